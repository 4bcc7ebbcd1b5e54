/**
 * The one AWS endpoint: HTTP requests as the unchanged SDK sends them come in, an {@link
 * io.lifeboat.sandbox.endpoint.AwsService} handles each, and what goes out is the service's own wire protocol.
 */
@NullMarked
package io.lifeboat.sandbox.endpoint;

import org.jspecify.annotations.NullMarked;
