/**
 * Customers who keep ordering and write down every order that was confirmed.
 *
 * <p>In: the public name, as customers see it from outside every region. Out: their own record of the disaster: what was
 * lost, and how long each kind of them was not served.
 */
@NullMarked
package io.lifeboat.sandbox.customer;

import org.jspecify.annotations.NullMarked;
