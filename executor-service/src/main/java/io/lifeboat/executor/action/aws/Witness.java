package io.lifeboat.executor.action.aws;

import io.lifeboat.executor.action.Parameters;

/**
 * Where it is decided from where an application is served.
 *
 * @param region in no region of the plan
 * @param bucket a bucket there
 */
record Witness(String region, String bucket) {

    static Witness read(Parameters with) {
        Parameters witness = with.part("witness");
        return new Witness(witness.text("region"), witness.text("bucket"));
    }
}
