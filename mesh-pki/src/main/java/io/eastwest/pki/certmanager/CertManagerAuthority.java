package io.eastwest.pki.certmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.pki.authority.ClusterProfile;
import io.eastwest.pki.authority.NameLimits;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.util.List;

/**
 * Manifests with which cert-manager issues the intermediate of a cluster into the Secret cacerts. istiod then finds the
 * layout tls.crt, tls.key, ca.crt; it reads no revocation list there. The path length of a profile is left to the issuer,
 * because cert-manager does not ask for one.
 */
public final class CertManagerAuthority {
    private static final String[] USAGES = {"digital signature", "cert sign", "crl sign"};

    private CertManagerAuthority() {}

    /**
     * Writes the Certificate that fills the Secret cacerts.
     *
     * @param profile subject, key, validity and name limits of the intermediate
     * @param issuer issuer that leads to the common root
     * @param namespace where istiod runs
     * @return YAML
     */
    public static String intermediate(ClusterProfile profile, IssuerReference issuer, String namespace) {
        ObjectNode spec = Yaml.object().put("secretName", "cacerts").put("isCA", true);
        spec.put("commonName", profile.commonName());
        ObjectNode subject = Yaml.object();
        subject.set("organizations", Yaml.list(profile.organization()));
        subject.set("localities", Yaml.list(profile.name()));
        spec.set("subject", subject);
        spec.put("duration", Yaml.duration(profile.validity()));
        spec.set("privateKey", Yaml.privateKey(profile.algorithm()));
        spec.set("usages", Yaml.list(USAGES));
        nameConstraints(spec, profile.nameLimits());
        spec.set("issuerRef", Yaml.reference(issuer));
        return Yaml.text(Yaml.resource("Certificate", namespace, "istio-ca", spec));
    }

    /**
     * Writes a root that signs itself and an issuer that signs with it, for the one cluster that holds the root.
     *
     * @param profile subject, key and validity of the root; it may have neither path length nor name limits
     * @param name name of the root's Certificate and Secret, and of the issuer
     * @param namespace where they are
     * @return YAML, three documents; the issuer is {@code Issuer/<name>}
     * @throws PkiException {@link TrustCode#ISSUER_NOT_ALLOWED} if the profile asks for what is not written
     */
    public static String root(RootProfile profile, String name, String namespace) {
        if (profile.pathLength().isPresent() || !profile.nameLimits().isUnlimited()) {
            throw new PkiException(
                    TrustCode.ISSUER_NOT_ALLOWED,
                    "root",
                    "a root of cert-manager with path length or name limits is not modelled",
                    "a profile without both is accepted");
        }
        String bootstrap = name + "-bootstrap";
        ObjectNode selfSigned = Yaml.object();
        selfSigned.set("selfSigned", Yaml.object());
        ObjectNode spec = Yaml.object().put("secretName", name).put("isCA", true);
        spec.put("commonName", profile.commonName());
        ObjectNode subject = Yaml.object();
        subject.set("organizations", Yaml.list(profile.organization()));
        spec.set("subject", subject);
        spec.put("duration", Yaml.duration(profile.validity()));
        spec.set("privateKey", Yaml.privateKey(profile.algorithm()).put("rotationPolicy", "Never"));
        spec.set("usages", Yaml.list(USAGES));
        spec.set("issuerRef", Yaml.reference(IssuerReference.issuer(bootstrap)));
        ObjectNode ca = Yaml.object();
        ca.set("ca", Yaml.object().put("secretName", name));
        return Yaml.text(
                Yaml.resource("Issuer", namespace, bootstrap, selfSigned),
                Yaml.resource("Certificate", namespace, name, spec),
                Yaml.resource("Issuer", namespace, name, ca));
    }

    private static void nameConstraints(ObjectNode spec, NameLimits limits) {
        if (limits.isUnlimited()) {
            return;
        }
        ObjectNode constraints = Yaml.object().put("critical", true);
        names(constraints, "permitted", limits.permittedDnsNames(), limits.permittedTrustDomains());
        names(constraints, "excluded", limits.excludedDnsNames(), limits.excludedTrustDomains());
        spec.set("nameConstraints", constraints);
    }

    private static void names(ObjectNode constraints, String field, List<String> dnsNames, List<String> uriHosts) {
        ObjectNode names = Yaml.object();
        if (!dnsNames.isEmpty()) {
            names.set("dnsDomains", Yaml.list(dnsNames));
        }
        if (!uriHosts.isEmpty()) {
            names.set("uriDomains", Yaml.list(uriHosts));
        }
        if (!names.isEmpty()) {
            constraints.set(field, names);
        }
    }
}
