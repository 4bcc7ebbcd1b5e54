package io.lifeboat.detector.outside;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Gives a Quarkus test two regions, two control targets and a name server, and the detector the way to them. */
public final class OutsideResource implements QuarkusTestResourceLifecycleManager {

    private Regions regions;

    /**
     * What the test turns off and on.
     *
     * @param names the name server
     * @param home the web server in eu-west-1
     * @param other the web server in eu-central-1
     * @param control the first control target
     * @param secondControl the other
     */
    public record Regions(
            TestNames names, TestServer home, TestServer other, TestServer control, TestServer secondControl) {}

    private World world;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("lifeboat-detector");
            world = new World(folder);
            TestServer home = world.server("127.0.0.21", 0, "api.eu-west-1.shop.example");
            regions = new Regions(
                    world.names(),
                    home,
                    world.server("127.0.0.22", home.port(), "api.eu-central-1.shop.example"),
                    world.server("127.0.0.23", 0, "control.example"),
                    world.server("127.0.0.24", 0, "second.example"));
            regions.names().point("api.eu-west-1.shop.example", "127.0.0.21");
            regions.names().point("api.eu-central-1.shop.example", "127.0.0.22");
            regions.names().point("control.example", "127.0.0.23");
            regions.names().point("second.example", "127.0.0.24");
            return Map.of(
                    "lifeboat.detector.vantage", "office",
                    "lifeboat.detector.controls",
                            "https://control.example:" + regions.control().port() + "/,https://second.example:"
                                    + regions.secondControl().port() + "/",
                    "lifeboat.detector.control.every", "500ms",
                    "lifeboat.detector.control.timeout", "500ms",
                    "lifeboat.detector.publish.while-up", "2s",
                    "lifeboat.detector.publish.while-not-up", "1s",
                    "lifeboat.network.resolver", regions.names().server(),
                    "lifeboat.network.trusted-ca",
                            world.authority().pemIn(folder).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(regions, field -> field.getType().equals(Regions.class));
    }

    @Override
    public void stop() {
        world.close();
    }
}
