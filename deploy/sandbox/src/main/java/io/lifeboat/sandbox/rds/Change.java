package io.lifeboat.sandbox.rds;

/** What a global cluster is going through. */
sealed interface Change {

    /** The global cluster's status while it lasts. */
    String globalStatus();

    /** Nothing: the only state in which a new change is accepted. */
    record None() implements Change {
        @Override
        public String globalStatus() {
            return "available";
        }
    }

    /** A managed failover: the writer moves without asking the old one. */
    record Failover(AuroraCluster from, AuroraCluster to, boolean pending) implements Change {
        @Override
        public String globalStatus() {
            return "failing-over";
        }

        Failover underWay() {
            return new Failover(from, to, false);
        }
    }

    /** A switchover: the old writer hands over everything first. */
    record Switchover(AuroraCluster from, AuroraCluster to) implements Change {
        @Override
        public String globalStatus() {
            return "switching-over";
        }
    }
}
