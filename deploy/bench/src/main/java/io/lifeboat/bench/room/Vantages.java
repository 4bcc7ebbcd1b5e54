package io.lifeboat.bench.room;

import java.util.List;

/** Where everything stands in a measured control room. */
public final class Vantages {

    public static final String NORTH = "north";
    public static final String SOUTH = "south";

    /** Both stand in no region of any plan, so both count. */
    public static final List<String> ALL = List.of(NORTH, SOUTH);

    public static final String HOME = "eu-west-1";
    public static final String OTHER = "eu-central-1";

    private Vantages() {}
}
