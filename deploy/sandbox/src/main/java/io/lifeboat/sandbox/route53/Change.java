package io.lifeboat.sandbox.route53;

/** One change of a batch. */
record Change(Action action, RecordSet recordSet) {

    enum Action {
        CREATE,
        DELETE,
        UPSERT
    }
}
