package io.eastwest.pki.certmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.identity.TrustDomains;
import io.eastwest.pki.style.PkiValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * What one cluster needs so that istio-csr signs its workloads through cert-manager and istiod is no authority. Written
 * for istio-csr 0.16. Not meant to be implemented by users.
 */
@PkiValue
@Value.Immutable
public interface IstioCsr {
    /** {@return the cluster, as in global.multiCluster.clusterName} */
    String cluster();

    /** {@return issuer that leads to the common root; one of ACME cannot, it issues no SPIFFE identities} */
    IssuerReference issuer();

    /** {@return trust domain; {@code cluster.local} unless set} */
    @Value.Default
    default String trustDomain() {
        return TrustDomains.DEFAULT;
    }

    /** {@return where istiod runs; {@code istio-system} unless set} */
    @Value.Default
    default String istioNamespace() {
        return CaBundle.DEFAULT_NAMESPACE;
    }

    /** {@return where istio-csr runs; {@code cert-manager} unless set} */
    @Value.Default
    default String namespace() {
        return "cert-manager";
    }

    /** {@return revisions of istiod; {@code default} alone if none is added} */
    List<String> revisions();

    /** {@return longest life of a workload certificate; one hour unless set. Istio asks for 24 hours and gets this} */
    @Value.Default
    default Duration certificateDuration() {
        return Duration.ofHours(1);
    }

    /**
     * {@return file with the root in the pod of istio-csr. It is never left out: without it istio-csr trusts the root of
     * the first certificate that it is given}
     */
    @Value.Default
    default String rootCaFile() {
        return "/var/run/secrets/istio-csr/ca.pem";
    }

    /** {@return whether ztunnel asks for certificates on behalf of workloads; not unless set} */
    @Value.Default
    default boolean ambient() {
        return false;
    }

    /** Checks trust domain, duration and file. */
    @Value.Check
    default void check() {
        TrustDomains.requireStrict(trustDomain(), "trustDomain");
        if (certificateDuration().compareTo(Duration.ofMinutes(1)) < 0
                || rootCaFile().isBlank()) {
            throw new PkiException(
                    TrustCode.VALIDITY_INVALID,
                    "istio-csr/" + cluster(),
                    "the certificate duration is " + certificateDuration() + " and the root file "
                            + (rootCaFile().isBlank() ? "is missing" : "is there"),
                    "one minute or more, and a file, are accepted");
        }
    }

    /** {@return the values of the chart cert-manager-istio-csr, as YAML} */
    default String helmValues() {
        ObjectNode certmanager = Yaml.object().put("namespace", istioNamespace());
        certmanager.set("issuer", Yaml.reference(issuer()));
        String duration = Yaml.duration(certificateDuration());
        ObjectNode tls = Yaml.object()
                .put("trustDomain", trustDomain())
                .put("rootCAFile", rootCaFile())
                .put("certificateDuration", duration)
                .put("istiodCertificateDuration", duration)
                .put(
                        "istiodCertificateRenewBefore",
                        Yaml.duration(certificateDuration().dividedBy(2)));
        ObjectNode server = Yaml.object().put("clusterID", cluster()).put("maxCertificateDuration", duration);
        server.set("serving", Yaml.object().put("port", 6443));
        if (ambient()) {
            server.put("caTrustedNodeAccounts", istioNamespace() + "/ztunnel");
        }
        ObjectNode istio = Yaml.object().put("namespace", istioNamespace());
        istio.set("revisions", Yaml.list(effectiveRevisions()));
        ObjectNode app = Yaml.object();
        app.set("certmanager", certmanager);
        app.set("tls", tls);
        app.set("server", server);
        app.set("istio", istio);
        ObjectNode values = Yaml.object();
        values.set("app", app);
        return Yaml.text(values);
    }

    /** {@return the Certificate istiod, with which istiod serves, as YAML} */
    default String istiodCertificate() {
        List<String> names = new ArrayList<>();
        for (String revision : effectiveRevisions()) {
            names.add("istiod" + (revision.equals("default") ? "" : "-" + revision) + "." + istioNamespace() + ".svc");
        }
        ObjectNode spec = Yaml.object().put("commonName", names.get(0));
        spec.set("dnsNames", Yaml.list(names));
        spec.set(
                "uris",
                Yaml.list("spiffe://" + trustDomain() + "/ns/" + istioNamespace() + "/sa/istiod-service-account"));
        spec.put("secretName", "istiod-tls");
        spec.put("duration", Yaml.duration(certificateDuration()));
        spec.put("renewBefore", Yaml.duration(certificateDuration().dividedBy(2)));
        spec.put("revisionHistoryLimit", 1);
        spec.set(
                "privateKey",
                Yaml.object()
                        .put("rotationPolicy", "Always")
                        .put("algorithm", "RSA")
                        .put("size", 2048));
        spec.set("issuerRef", Yaml.reference(issuer()));
        return Yaml.text(Yaml.resource("Certificate", istioNamespace(), "istiod", spec));
    }

    /** {@return what the values of istiod must say: no authority of its own, ask istio-csr; as YAML} */
    default String istioValues() {
        String address = "cert-manager-istio-csr." + namespace() + ".svc:443";
        ObjectNode global = Yaml.object().put("caAddress", address);
        global.set("multiCluster", Yaml.object().put("clusterName", cluster()));
        ObjectNode pilot = Yaml.object();
        pilot.set("env", Yaml.object().put("ENABLE_CA_SERVER", "false"));
        ObjectNode values = Yaml.object();
        values.set("global", global);
        values.set("pilot", pilot);
        return Yaml.text(values);
    }

    /** {@return what the values of ztunnel must say, as YAML; empty without ambient} */
    default String ztunnelValues() {
        if (!ambient()) {
            return "";
        }
        ObjectNode values = Yaml.object();
        values.set("ztunnel", Yaml.object().put("caAddress", "cert-manager-istio-csr." + namespace() + ".svc:443"));
        return Yaml.text(values);
    }

    private List<String> effectiveRevisions() {
        return revisions().isEmpty() ? List.of("default") : revisions();
    }

    /** {@return a builder; cluster and issuer have no default} */
    static IstioCsrBuilder builder() {
        return new IstioCsrBuilder();
    }
}
