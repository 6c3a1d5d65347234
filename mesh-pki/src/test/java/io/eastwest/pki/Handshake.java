package io.eastwest.pki;

import static java.util.Objects.requireNonNull;

import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.key.SigningKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** One handshake of two engines in memory, at a time of our choice. */
final class Handshake {
    record Outcome(
            Optional<String> failure,
            String protocol,
            List<String> namesSeenByClient,
            List<String> namesSeenByServer) {}

    private static final int ROUNDS = 200;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final String protocol;
    private Instant at = Fixtures.NOW;
    private @Nullable SSLEngine client;
    private @Nullable SSLEngine server;

    private Handshake(String protocol) {
        this.protocol = protocol;
    }

    static Handshake of(String protocol) {
        return new Handshake(protocol);
    }

    Handshake at(Instant value) {
        at = value;
        return this;
    }

    Handshake client(WorkloadCertificate own, TrustBundle roots) {
        client = engine(keyManagers(own.chain(), own.key()), roots, true);
        return this;
    }

    Handshake clientWithoutCertificate(TrustBundle roots) {
        client = engine(new KeyManager[0], roots, true);
        return this;
    }

    Handshake server(WorkloadCertificate own, TrustBundle roots) {
        return server(own.chain(), own.key(), roots);
    }

    Handshake server(List<X509Certificate> chain, SigningKey key, TrustBundle roots) {
        server = engine(keyManagers(chain, key), roots, false);
        return this;
    }

    Outcome run() {
        SSLEngine asking = requireNonNull(client, "client");
        SSLEngine answering = requireNonNull(server, "server");
        ByteBuffer toServer = ByteBuffer.allocate(1 << 16);
        ByteBuffer toClient = ByteBuffer.allocate(1 << 16);
        ByteBuffer plain = ByteBuffer.allocate(1 << 16);
        try {
            for (int round = 0; round < ROUNDS && !isDone(asking, answering); round++) {
                step("client", asking, toClient, toServer, plain);
                step("server", answering, toServer, toClient, plain);
            }
            if (!isDone(asking, answering)) {
                return new Outcome(Optional.of("neither end is done"), "", List.of(), List.of());
            }
            return new Outcome(
                    Optional.empty(),
                    asking.getSession().getProtocol(),
                    names(asking.getSession().getPeerCertificates()),
                    names(answering.getSession().getPeerCertificates()));
        } catch (Failed e) {
            return new Outcome(Optional.of(e.getMessage()), "", List.of(), List.of());
        } catch (IOException | CertificateParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDone(SSLEngine... ends) {
        return Arrays.stream(ends)
                .allMatch(end -> end.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING
                        && !end.getSession().getProtocol().equals("NONE"));
    }

    private static void step(String end, SSLEngine engine, ByteBuffer in, ByteBuffer out, ByteBuffer plain)
            throws Failed {
        try {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                engine.wrap(NOTHING, out);
            } else {
                in.flip();
                SSLEngineResult result = engine.unwrap(in, plain);
                in.compact();
                if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                    throw new Failed(end + ": closed by the other end");
                }
            }
        } catch (SSLException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new Failed(end + ": " + e.getMessage() + " / " + cause.getMessage());
        }
    }

    private SSLEngine engine(KeyManager[] keyManagers, TrustBundle roots, boolean isClient) {
        try {
            Set<TrustAnchor> anchors = new LinkedHashSet<>();
            roots.roots().forEach(root -> anchors.add(new TrustAnchor(root, null)));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(new CertPathTrustManagerParameters(parameters));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers, trust.getTrustManagers(), null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(isClient);
            engine.setEnabledProtocols(new String[] {protocol});
            if (!isClient) {
                engine.setNeedClientAuth(true);
            }
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyManager[] keyManagers(List<X509Certificate> chain, SigningKey key) {
        return new KeyManager[] {new OwnCertificate(chain, key)};
    }

    private static List<String> names(Certificate[] chain) throws CertificateParsingException {
        return ((X509Certificate) chain[0])
                .getSubjectAlternativeNames().stream()
                        .map(name -> (String) name.get(1))
                        .toList();
    }

    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        Failed(String text) {
            super(text);
            this.text = text;
        }

        @Override
        public String getMessage() {
            return text;
        }
    }
}
