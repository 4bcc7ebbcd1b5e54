package io.lifeboat.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.cloud.Vantage;
import io.lifeboat.sandbox.control.ControlServer;
import io.lifeboat.sandbox.endpoint.AwsEndpoint;
import io.lifeboat.sandbox.outside.ControlTargets;
import io.lifeboat.sandbox.outside.Pager;
import io.lifeboat.sandbox.rds.Aurora;
import io.lifeboat.sandbox.sns.SnsService;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything is: {@code sandbox.json} for programs, and the plan with its placeholders filled. */
public record Description(
        Kernel kernel,
        Path authority,
        AwsEndpoint endpoint,
        Aurora aurora,
        Map<String, String> edge,
        ControlServer control,
        ControlTargets controlTargets,
        Pager pager) {

    /** The name customers use. */
    public static final String PUBLIC_NAME = "www.shop.example";

    /** Where the AWS endpoint is for those who stand nowhere in particular. */
    public String awsUrl() {
        return http(endpoint.address());
    }

    public String controlUrl() {
        return control.url();
    }

    /** The document; its fields are described in README.md. */
    String json() {
        Cloud cloud = kernel.cloud();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("control", controlUrl());
        document.put("aws", awsUrl());
        document.put("ca", authority.toString());
        document.put("names", Map.of("public", PUBLIC_NAME, "writer", "db.shop.internal"));
        document.put(
                "ports",
                Map.of("https", cloud.ports().https(), "postgres", cloud.ports().postgres()));
        Map<String, Object> vantages = new LinkedHashMap<>();
        cloud.vantages().forEach((name, vantage) -> vantages.put(name, stand(vantage)));
        document.put("vantages", vantages);
        document.put("controlRoom", stand(cloud.controlRoom()));
        document.put("controls", controlTargets.urls());
        document.put(
                "credentials",
                Map.of(
                        "accessKeyId", kernel.accounts().accessKeyId(),
                        "secretAccessKey", kernel.accounts().secretAccessKey()));
        document.put(
                "secrets", Map.of("orders-rw", Map.of("username", Aurora.USERNAME, "password", aurora.password())));
        document.put(
                "regions",
                Map.of("home", cloud.home().name(), "other", cloud.other().name()));
        document.put("pager", pager.url());
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sandbox.json could not be written", e);
        }
    }

    /** The shop's plan for this sandbox. */
    String plan() throws IOException {
        Cloud cloud = kernel.cloud();
        Map<String, String> values = new LinkedHashMap<>(edge);
        values.put("names.public", PUBLIC_NAME);
        values.put("ports.https", String.valueOf(cloud.ports().https()));
        values.put("ports.postgres", String.valueOf(cloud.ports().postgres()));
        values.put("account", Accounts.SHOP);
        values.put("roles.read", Accounts.READ.arn());
        values.put("roles.act", Accounts.ACT.arn());
        values.put("arn.home", aurora.clusterArn(cloud.home()));
        values.put("arn.other", aurora.clusterArn(cloud.other()));
        values.put("topic.home", SnsService.topicArn(cloud.home()));
        values.put("topic.other", SnsService.topicArn(cloud.other()));
        values.put("pager", pager.url());
        return new PlanTemplate(Files.readString(kernel.settings().plan())).fill(values);
    }

    private Map<String, String> stand(Vantage vantage) {
        Map<String, String> place = new LinkedHashMap<>();
        if (vantage.region() != null) {
            place.put("region", vantage.region());
        }
        place.put("source", vantage.source().getHostAddress());
        place.put(
                "resolver",
                vantage.resolver().getHostAddress() + ":"
                        + kernel.cloud().ports().dns());
        place.put("aws", http(vantage.aws()));
        return place;
    }

    private String http(InetAddress address) {
        return "http://" + address.getHostAddress() + ":"
                + kernel.cloud().ports().aws();
    }
}
