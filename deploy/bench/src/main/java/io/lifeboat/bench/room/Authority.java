package io.lifeboat.bench.room;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for loopback servers, made by the JDK's keytool for this run; its own authority, trusted by nobody else. */
public final class Authority {

    private static final String PASSWORD = "only-for-this-run";

    private final Path store;
    private final Path pem;

    Authority(Path folder) {
        this.store = folder.resolve("server.p12");
        this.pem = folder.resolve("server.pem");
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Lifeboat bench",
                "-ext",
                "san=ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12");
        keytool("-exportcert", "-rfc", "-file", pem.toString());
    }

    /** The certificate, for whoever shall trust it. */
    public Path pem() {
        return pem;
    }

    /** For servers on 127.0.0.1. */
    public SSLContext server() {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, new SecureRandom());
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + store, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK cannot serve a certificate", e);
        }
    }

    private void keytool(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-keystore", store.toString(), "-storepass", PASSWORD));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool could not make a certificate in " + store.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the JDK's keytool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
