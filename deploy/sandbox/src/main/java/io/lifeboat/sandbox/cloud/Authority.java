package io.lifeboat.sandbox.cloud;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The sandbox's certificate authority: new at every start, trusted by nobody who was not told to. */
public final class Authority {

    private static final X500Name ISSUER = new X500Name("CN=Lifeboat sandbox");
    private static final char[] IN_MEMORY = "in memory only".toCharArray();
    private static final String KEY_ENTRY = "key";

    private final KeyPair key = newKey();
    private final X509Certificate certificate;

    Authority() {
        this.certificate = sign(ISSUER, key, List.of(), true);
    }

    /** For clients that are told which authority to trust. */
    public String pem() {
        StringWriter out = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(out)) {
            pem.writeObject(certificate);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toString();
    }

    /** For a server that answers to these names (a leading {@code *.} is allowed) and addresses. */
    public SSLContext server(List<String> names, List<InetAddress> addresses) {
        return context(serverKeys(names, addresses));
    }

    /** The same as a key store with one entry, for servers that want one; its password is {@link #storePassword()}. */
    public KeyStore serverKeys(List<String> names, List<InetAddress> addresses) {
        List<GeneralName> subjects = new ArrayList<>();
        names.forEach(name -> subjects.add(new GeneralName(GeneralName.dNSName, name)));
        addresses.forEach(address -> subjects.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress())));
        KeyPair serverKey = newKey();
        X509Certificate server = sign(new X500Name("CN=sandbox server"), serverKey, subjects, false);
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry(KEY_ENTRY, serverKey.getPrivate(), IN_MEMORY, new Certificate[] {server, certificate});
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot keep a key", e);
        }
    }

    public String storePassword() {
        return new String(IN_MEMORY);
    }

    /** For a client that trusts this authority and no other. */
    public SSLContext client() {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry("authority", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot trust a certificate", e);
        }
    }

    private static SSLContext context(KeyStore store) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK cannot serve a certificate", e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("an empty store reads nothing", e);
        }
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has no elliptic curves", e);
        }
    }

    private X509Certificate sign(X500Name subject, KeyPair subjectKey, List<GeneralName> names, boolean authority) {
        Instant now = Instant.now();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    ISSUER,
                    new BigInteger(64, new SecureRandom()).add(BigInteger.ONE),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(90))),
                    subject,
                    subjectKey.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (authority) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate could not be made", e);
        }
    }
}
