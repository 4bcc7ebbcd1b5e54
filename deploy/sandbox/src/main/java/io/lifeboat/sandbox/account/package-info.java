/**
 * Accounts, roles and who a request comes from: in comes an access key, out goes a principal that may do some things
 * and not others.
 */
@NullMarked
package io.lifeboat.sandbox.account;

import org.jspecify.annotations.NullMarked;
