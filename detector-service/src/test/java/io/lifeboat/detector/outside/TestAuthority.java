package io.lifeboat.detector.outside;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority made for one test run. */
public final class TestAuthority {

    private static final X500Name NAME = new X500Name("CN=a test's authority");
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestAuthority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** A new one. */
    public static TestAuthority create() {
        try {
            KeyPair keys = keys();
            X509v3CertificateBuilder builder = builder(keys, NAME, Duration.ofDays(30));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return new TestAuthority(keys, sign(builder, keys));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("cannot make an authority", e);
        }
    }

    /** Key and certificate for a server of that name. */
    public PemKeyCertOptions certificateFor(String name, Duration lifetime) {
        try {
            KeyPair server = keys();
            X509v3CertificateBuilder builder = builder(server, new X500Name("CN=" + name), lifetime);
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
            return new PemKeyCertOptions()
                    .setKeyValue(Buffer.buffer(pem(new JcaPKCS8Generator(server.getPrivate(), null))))
                    .setCertValue(Buffer.buffer(pem(sign(builder, keys))));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot make a certificate for " + name, e);
        }
    }

    /** Writes its own certificate into that folder and says where. */
    public Path pemIn(Path folder) {
        try {
            return Files.writeString(folder.resolve("authority.pem"), pem(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(KeyPair subject, X500Name name, Duration lifetime) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(SERIAL.getAndIncrement()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(lifetime)),
                name,
                subject.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuer)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
