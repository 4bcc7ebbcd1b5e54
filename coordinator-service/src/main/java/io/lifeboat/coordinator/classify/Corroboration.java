package io.lifeboat.coordinator.classify;

import io.lifeboat.contract.incident.DisasterClass;
import java.util.Locale;
import java.util.Set;

/** Which of AWS's services an issue must be of to say the same as a class of disaster. */
final class Corroboration {

    /** What everything else in a region stands on. */
    private static final Set<String> GROUND =
            Set.of("MULTIPLE_SERVICES", "INTERNETCONNECTIVITY", "VPC", "EC2", "EBS", "DIRECTCONNECT", "TRANSITGATEWAY");

    private static final Set<String> COMPUTE =
            Set.of("ECS", "EKS", "FARGATE", "LAMBDA", "ELASTICLOADBALANCING", "APIGATEWAY", "AUTOSCALING", "ECR");

    private static final Set<String> DATABASE = Set.of("RDS", "AURORA", "DYNAMODB", "ELASTICACHE");

    /** What the APIs are called through. */
    private static final Set<String> CONTROL = Set.of("IAM", "STS", "CLOUDFORMATION", "CLOUDWATCH");

    private Corroboration() {}

    static boolean of(DisasterClass disasterClass, String service) {
        String code = service.toUpperCase(Locale.ROOT);
        return switch (disasterClass) {
            case REGION_OUTAGE -> GROUND.contains(code) || COMPUTE.contains(code) || DATABASE.contains(code);
            case DATABASE_OUTAGE -> GROUND.contains(code) || DATABASE.contains(code);
            case REGION_DEGRADED, SERVICE_FAULT -> GROUND.contains(code) || COMPUTE.contains(code);
            case CONTROL_PLANE_ONLY ->
                GROUND.contains(code) || COMPUTE.contains(code) || DATABASE.contains(code) || CONTROL.contains(code);
            case DATA_CORRUPTION, MASS_DELETION, RANSOMWARE, UNKNOWN -> false;
        };
    }
}
