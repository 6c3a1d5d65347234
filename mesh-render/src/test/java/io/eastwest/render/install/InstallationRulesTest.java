package io.eastwest.render.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.topology.MeshTopology;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be installed, with the whole line that says so. */
class InstallationRulesTest {
    private static MeshTopology topology(String clusters) {
        String text = "{apiVersion: eastwest.io/v1, kind: MeshTopology, metadata: {name: m}, spec: {clusters: ["
                + clusters + "]}}";
        return (MeshTopology)
                ManifestReader.strict().read("t", text).orThrow().get(0).resource();
    }

    private static List<String> problems(InstallSpec spec) {
        return catchThrowableOfType(InvalidResourceException.class, () -> InstallPlan.of(spec)).issues().stream()
                .map(Issue::toString)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {name: C_1} | spec.clusters[0].name: cluster "C_1" is no DNS label; use lower case letters, digits and "-", 63 at most INVALID_VALUE
            {name: a}, {name: a} | spec.clusters[1].name: cluster "a" is listed twice; rename or remove one TOPOLOGY_CONFLICT
            {name: a, controlPlane: b} | spec.clusters[0].controlPlane: cluster "b" is not listed; listed are [a] CLUSTER_UNKNOWN
            {name: a}, {name: b, discovers: [c]} | spec.clusters[1].discovers: cluster "c" is not listed; listed are [a, b] CLUSTER_UNKNOWN
            {name: a, network: "-"} | spec.clusters[0].network: network "-" cannot be the value of a label; use letters, digits, "-", "_" and ".", 63 at most INVALID_VALUE
            {name: a, install: {version: "1.30"}} | spec.clusters[0].install.version: "1.30" is no release of the operator; write it like v1.30.3 or v1.30-latest INVALID_VALUE
            {name: a, install: {namespace: A}} | spec.clusters[0].install.namespace: "A" is no DNS label; use lower case letters, digits and "-", 63 at most INVALID_VALUE
            {name: a}, {name: b, controlPlane: a, install: {role: primary}} | spec.clusters[1].controlPlane: a primary is its own control plane; leave it out, or give another role FIELD_CONFLICT
            {name: a, install: {role: host}} | spec.clusters[0].install.role: a host needs one cluster of role config but has 0; set role config and controlPlane a at one cluster FIELD_CONFLICT
            {name: a}, {name: b, controlPlane: a, install: {role: config}} | spec.clusters[1].controlPlane: cluster "a" is no host of a control plane; name a cluster of role host FIELD_CONFLICT
            {name: a}, {name: b, controlPlane: a}, {name: c, controlPlane: b} | spec.clusters[2].controlPlane: cluster "b" runs no control plane for others; name a primary or a host FIELD_CONFLICT
            {name: a}, {name: b, controlPlane: a, install: {revision: other}} | spec.clusters[1].install.revision: revision "other" is not "default" of its control plane in a, which looks for objects of that name; give both the same FIELD_CONFLICT
            {name: a}, {name: b, controlPlane: a, install: {namespace: mesh}} | spec.clusters[1].install.namespace: namespace "mesh" is not "istio-system" of its control plane in a, which looks for objects of that name; give both the same FIELD_CONFLICT
            {name: a}, {name: b, controlPlane: a, install: {remotePilotAddress: "192.0.2.1:15012"}} | spec.clusters[1].install.remotePilotAddress: "192.0.2.1:15012" is neither an IP address nor a DNS name; write it without scheme and port; the ports are fixed ADDRESS_INVALID
            {name: a, eastWestGateway: {addresses: ["https://b"]}} | spec.clusters[0].eastWestGateway.addresses[0]: "https://b" is neither an IP address nor a DNS name; write it without scheme and port; the ports are fixed ADDRESS_INVALID
            {name: a, install: {tool: helm, updateStrategy: {type: RevisionBased}}} | spec.clusters[0].install.updateStrategy: only the operator updates by revision, not helm; give each release a revision FIELD_CONFLICT
            {name: a, install: {version: v1.30-latest, updateStrategy: {type: RevisionBased}}} | spec.clusters[0].install.version: the revision of v1.30-latest is known to the operator only; name the whole release to update by revision FIELD_UNSUPPORTED
            {name: a, eastWestGateway: {form: deployment}, install: {dataPlane: ambient}} | spec.clusters[0].eastWestGateway.form: in ambient mode istiod makes the east-west gateway from a Gateway; write gatewayApi FIELD_CONFLICT
            {name: a, network: n, install: {dataPlane: ambient}}, {name: b, network: m} | spec.clusters: clusters with sidecars and clusters in ambient mode have gateways that the others cannot use; give all clusters one dataPlane FIELD_UNSUPPORTED
            {name: a, install: {dataPlane: ambient}}, {name: b, install: {dataPlane: ambient}} | spec.clusters: ambient clusters that share a network are not modelled; give each cluster a network of its own FIELD_UNSUPPORTED
            {name: a, network: n, install: {dataPlane: ambient}}, {name: b, network: m, controlPlane: a, install: {dataPlane: ambient}} | spec.clusters: in ambient mode every cluster runs its own istiod; leave out controlPlane and role FIELD_UNSUPPORTED
            """)
    void isRefusedWithAReason(String clusters, String line) {
        assertThat(problems(InstallSpec.of(topology(clusters)))).containsExactly("ERROR MeshTopology/m " + line);
    }

    @Test
    void hostAndItsControlPlaneNeedNamespacesOfTheirOwn() {
        assertThat(problems(InstallSpec.of(topology("{name: a, install: {role: host, namespace: x}},"
                        + " {name: b, controlPlane: a, install: {role: config, namespace: x}}"))))
                .containsExactly(
                        "ERROR MeshTopology/m spec.clusters[0].install.namespace: namespace \"x\" is that of the hosted"
                                + " control plane, too; give cluster b another namespace FIELD_CONFLICT");
    }

    @Test
    void remotesOfAHostedControlPlaneTakeItsNamespaceAndRevision() {
        InstallPlan plan = InstallPlan.of(InstallSpec.of(topology("{name: a, install: {role: host}},"
                + " {name: b, controlPlane: a, install: {role: config}}, {name: c, controlPlane: a}")));

        assertThat(plan.tree().snapshot().resources("c", Istio.class))
                .singleElement()
                .satisfies(istio -> {
                    assertThat(istio.metadata().name()).isEqualTo("external-istiod");
                    assertThat(istio.spec().namespace()).contains("external-istiod");
                });
    }

    @Test
    void materialOfStrangersIsRefused() {
        InstallSpec spec = InstallSpec.builder()
                .topology(topology("{name: a}"))
                .addCredential(RemoteCredential.kubeconfig("b", SecretBytes.ofText("x")))
                .addCredential(RemoteCredential.kubeconfig("a", SecretBytes.ofText("x")))
                .addCredential(RemoteCredential.kubeconfig("a", SecretBytes.ofText("x")))
                .build();

        assertThat(problems(spec))
                .containsExactly(
                        "ERROR MeshTopology/m: the credentials are of cluster \"b\", too, which is not listed; listed are [a]"
                                + " CLUSTER_UNKNOWN",
                        "ERROR MeshTopology/m: the credentials are given twice for cluster \"a\"; give one DUPLICATE_ITEM");
    }

    @Test
    void findingsSayWhatIsMissing() {
        InstallPlan plan = InstallPlan.of(InstallSpec.builder()
                .topology(topology("{name: a}, {name: b}"))
                .addCredential(RemoteCredential.kubeconfig("a", SecretBytes.ofText("{}")))
                .build());

        assertThat(plan.findings().stream().map(InstallFinding::line))
                .containsExactly(
                        "ERROR cluster/a: it has no cacerts, so its istiod makes a root that no other cluster trusts; give the"
                                + " cacerts of all clusters that run an istiod AUTHORITY_MISSING",
                        "ERROR cluster/a: istiod refuses its kubeconfig: kubeconfig is not valid: invalid configuration: no"
                                + " configuration has been provided; give another CREDENTIAL_REFUSED",
                        "ERROR cluster/b: it has no cacerts, so its istiod makes a root that no other cluster trusts; give the"
                                + " cacerts of all clusters that run an istiod AUTHORITY_MISSING",
                        "WARNING cluster/b: istiod of a has no credential for it; fill in the templates in the folder install,"
                                + " or give the credential and render again CREDENTIAL_MISSING");
    }
}
