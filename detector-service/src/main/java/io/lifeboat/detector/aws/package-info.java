/**
 * Reading from AWS: who writes in a global database, how far its replication is behind, how many tasks a service is to run,
 * and how the keys, recovery points and buckets stand that the data is kept in and by.
 *
 * <p>In: a role to look in and a region to ask. Out: what AWS answered, as values. The unchanged SDK is used; only
 * {@code AWS_ENDPOINT_URL} and the other standard settings decide whom it talks to. Nothing here changes anything, and
 * nothing is asked of the failing region when another can answer; what only it could answer is read beforehand.
 */
@NullMarked
package io.lifeboat.detector.aws;

import org.jspecify.annotations.NullMarked;
