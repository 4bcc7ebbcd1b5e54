package io.lifeboat.sandbox;

import io.lifeboat.sandbox.account.Accounts;
import io.lifeboat.sandbox.cloud.Cloud;
import io.lifeboat.sandbox.control.ControlRoutes;
import io.lifeboat.sandbox.endpoint.AwsServices;

/**
 * What every part of the cloud is built on.
 *
 * @param services where a part registers the AWS services it answers for
 * @param control where a part registers its faults and its state
 */
public record Kernel(Cloud cloud, Accounts accounts, AwsServices services, ControlRoutes control, Settings settings) {}
