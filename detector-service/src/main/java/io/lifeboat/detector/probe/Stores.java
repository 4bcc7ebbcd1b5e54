package io.lifeboat.detector.probe;

import io.lifeboat.detector.aws.BucketReader;
import io.lifeboat.detector.aws.KeyReader;
import io.lifeboat.detector.aws.SnapshotReader;

/**
 * What reads the stores that the data is kept in.
 *
 * @param keys reads keys
 * @param snapshots reads recovery points
 * @param buckets reads buckets
 */
public record Stores(KeyReader keys, SnapshotReader snapshots, BucketReader buckets) {}
