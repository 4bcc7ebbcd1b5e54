/**
 * The shop: the application that is to be recovered.
 *
 * <p>In: orders over HTTP. Out: rows in the database it finds by name, through a connection pool and an address it does
 * not look up twice, as many applications have them.
 */
@NullMarked
package io.lifeboat.sandbox.shop;

import org.jspecify.annotations.NullMarked;
