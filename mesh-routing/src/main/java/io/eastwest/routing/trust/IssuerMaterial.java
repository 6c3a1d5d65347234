package io.eastwest.routing.trust;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.mesh.MeshCaCertificate;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.IstiodInstallation;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one istiod signs with and which roots it hands out, as far as the snapshot shows it.
 *
 * @param cluster cluster of the control plane
 * @param chain the signing certificate first, then those above it; empty: not visible
 * @param roots the trusted roots; empty: not visible
 * @param unreadable why something visible cannot be used
 */
record IssuerMaterial(
        String cluster, List<X509Certificate> chain, List<X509Certificate> roots, List<String> unreadable) {
    private static final String SYSTEM = "istio-system";
    private static final String MULTIROOT = "ISTIO_MULTIROOT_MESH";
    private static final String AGENT = "PROXY_CONFIG_XDS_AGENT";
    private static final String GIVEN = "cacerts";
    private static final String SELF_SIGNED = "istio-ca-secret";
    private static final String BUNDLE = "istio-ca-root-cert";
    private static final String ROOT = "root-cert.pem";
    private static final String SIGNER = "ca-cert.pem";

    static IssuerMaterial none(String cluster) {
        return new IssuerMaterial(cluster, List.of(), List.of(), List.of());
    }

    static IssuerMaterial of(MeshSnapshot snapshot, ControlPlaneView view) {
        String cluster = view.cluster();
        if (!snapshot.clusters().contains(cluster)) {
            return none(cluster);
        }
        String host = view.installation().host();
        PemCertificates pem = new PemCertificates(cluster);
        List<X509Certificate> chain = new ArrayList<>();
        Set<X509Certificate> roots = new LinkedHashSet<>();
        Optional<Secret> given = near(snapshot.resources(host, Secret.class), view, GIVEN);
        Optional<Secret> selfSigned = near(snapshot.resources(host, Secret.class), view, SELF_SIGNED);
        Optional<ConfigMap> bundle = near(snapshot.resources(cluster, ConfigMap.class), view, BUNDLE);
        if (given.isPresent()) {
            Secret secret = given.get();
            boolean layout = secret.value("tls.crt").isPresent();
            chain.addAll(pem.read(secret, layout ? "tls.crt" : SIGNER));
            chain.addAll(pem.read(secret, layout ? "ca.crt" : "cert-chain.pem"));
            roots.addAll(pem.read(secret, layout ? "ca.crt" : ROOT));
        } else if (selfSigned.isPresent()) {
            chain.addAll(pem.read(selfSigned.get(), SIGNER));
            roots.addAll(chain);
        } else if (bundle.isPresent()) {
            List<X509Certificate> all =
                    pem.read(bundle.get().key().toString(), bundle.get().data().getOrDefault(ROOT, ""));
            roots.addAll(all);
            if (all.size() == 1) {
                chain.addAll(all);
            }
        }
        addConfigured(view, pem, roots);
        return new IssuerMaterial(cluster, List.copyOf(chain), List.copyOf(roots), pem.problems());
    }

    /**
     * Adds the roots of the mesh configuration as far as they reach sidecars, which takes a switch of istiod and one of each agent; a
     * ztunnel never gets them. Mirrors istio 1.30.3 {@code pilot/pkg/xds/pcds.go:Generate}.
     */
    private static void addConfigured(ControlPlaneView view, PemCertificates pem, Set<X509Certificate> roots) {
        IstiodInstallation istiod = view.installation();
        boolean sent = istiod.is(MULTIROOT, false);
        if (istiod.visible() && !sent) {
            return;
        }
        boolean taken = view.meshConfig()
                .defaultConfig()
                .map(MeshProxyConfig::proxyMetadata)
                .filter(metadata -> "true".equals(metadata.get(AGENT)))
                .isPresent();
        int number = 0;
        for (MeshCaCertificate certificate : view.meshConfig().caCertificates()) {
            String where = "caCertificates[" + number + "] of the mesh configuration";
            if (!sent || !taken || view.ambient().enabled()) {
                pem.note(where + " reaches sidecars only with " + MULTIROOT + " at istiod and " + AGENT
                        + " at their agents, and never ztunnels");
            } else {
                certificate.pem().ifPresent(text -> roots.addAll(pem.read(where, text)));
                certificate.spiffeBundleUrl().ifPresent(url -> pem.note(where + ": " + url + " is not read"));
            }
            number++;
        }
    }

    /** {@return the object of this name in the namespace of istiod, else the root namespace, else the first in another} */
    private static <T extends MeshResource> Optional<T> near(List<T> all, ControlPlaneView view, String name) {
        String system = view.installation().namespace().orElse(SYSTEM);
        return all.stream()
                .filter(each -> each.metadata().name().equals(name))
                .min(Comparator.comparing((T each) -> !each.key().namespace().equals(system))
                        .thenComparing(each -> !each.key().namespace().equals(view.rootNamespace())));
    }

    /** {@return whether proxies with these roots trust certificates that another signs} */
    ChainResult verify(IssuerMaterial presented, Instant time) {
        List<String> unseen = new ArrayList<>();
        if (presented.chain().isEmpty()) {
            unseen.add("the snapshot does not show what istiod of cluster " + presented.cluster()
                    + " signs with (Secret " + GIVEN + " or " + SELF_SIGNED + "); without " + GIVEN
                    + " it makes a root of its own, which no other cluster trusts");
        }
        if (roots.isEmpty()) {
            unseen.add("the snapshot does not show the roots of cluster " + cluster + " (Secret " + GIVEN
                    + " or ConfigMap " + BUNDLE + ")");
        }
        if (!unseen.isEmpty()) {
            unseen.addAll(presented.unreadable());
            unseen.addAll(unreadable);
            return ChainResult.unknown(unseen);
        }
        Optional<X509Certificate> ended = presented.chain().stream()
                .filter(each -> time.isAfter(each.getNotAfter().toInstant())
                        || time.isBefore(each.getNotBefore().toInstant()))
                .findFirst();
        if (presented.builds(roots, time)) {
            return ChainResult.TRUSTED;
        }
        if (ended.isPresent()
                && presented.builds(roots, ended.get().getNotBefore().toInstant())) {
            return ChainResult.failure("at " + time + " certificate " + named(ended.get()) + " of cluster "
                    + presented.cluster() + " is not valid: "
                    + ended.get().getNotBefore().toInstant() + " to "
                    + ended.get().getNotAfter().toInstant());
        }
        if (!unreadable.isEmpty()) {
            return ChainResult.unknown(unreadable);
        }
        return ChainResult.failure("cluster " + cluster + " does not trust cluster " + presented.cluster()
                + ": its roots ("
                + roots.stream().map(IssuerMaterial::named).sorted().collect(Collectors.joining(", "))
                + ") lack the anchor " + presented.anchor());
    }

    private boolean builds(List<X509Certificate> trusted, Instant time) {
        X509Certificate signer = chain.get(0);
        try {
            if (trusted.contains(signer)) {
                signer.checkValidity(Date.from(time));
                return true;
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            Set<TrustAnchor> anchors = new LinkedHashSet<>();
            trusted.forEach(each -> anchors.add(new TrustAnchor(each, null)));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    /** {@return the end of the chain: its root, or the issuer that it does not contain} */
    private String anchor() {
        X509Certificate top = chain.get(0);
        Set<X509Certificate> seen = new LinkedHashSet<>();
        while (seen.add(top) && !isRoot(top)) {
            X509Certificate lower = top;
            Optional<X509Certificate> upper = chain.stream()
                    .filter(each -> subject(each).equals(issuer(lower)))
                    .findFirst();
            if (upper.isEmpty()) {
                return issuer(lower) + ", which issued " + named(lower);
            }
            top = upper.get();
        }
        return named(top);
    }

    private static boolean isRoot(X509Certificate certificate) {
        return subject(certificate).equals(issuer(certificate));
    }

    private static String named(X509Certificate certificate) {
        return "\"" + subject(certificate) + "\" " + PemCertificates.fingerprint(certificate);
    }

    private static Object subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal();
    }

    private static Object issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal();
    }
}
