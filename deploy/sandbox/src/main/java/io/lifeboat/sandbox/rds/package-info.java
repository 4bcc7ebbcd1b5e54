/**
 * Aurora: one global cluster over two regions, each region's cluster a real PostgreSQL. In come the calls of RDS and the
 * loss and return of regions; out go promotions, a writer name that moves, snapshots, and a lag that was measured.
 */
@NullMarked
package io.lifeboat.sandbox.rds;

import org.jspecify.annotations.NullMarked;
