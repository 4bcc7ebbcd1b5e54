package io.lifeboat.sandbox.cloud;

import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;

/** What carries out TLS for servers and customers inside the sandbox. */
public final class TlsEngine {

    private TlsEngine() {}

    /** BoringSSL where its library fits the machine, the JDK's own engine elsewhere. */
    public static SSLEngineOptions fastest() {
        return OpenSSLEngineOptions.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions();
    }
}
