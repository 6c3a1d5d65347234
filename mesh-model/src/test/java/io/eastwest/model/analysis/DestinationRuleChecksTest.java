package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterTopology;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DestinationRuleChecksTest {
    private static String rule(String spec) {
        return "apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: {name: rule, namespace: shop}\n"
                + "spec: {" + spec + "}\n";
    }

    @Nested
    class Targets {
        private static final String WORKLOADS = """
                apiVersion: v1
                kind: Service
                metadata: {name: reviews, namespace: shop}
                spec: {ports: [{port: 80, name: http}], selector: {app: reviews}}
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: n1, labels: {topology.kubernetes.io/region: r1, topology.kubernetes.io/zone: z1}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: reviews-1, namespace: shop, labels: {app: reviews, version: v1}}
                spec: {nodeName: n1}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: reviews-2, namespace: shop}
                spec:
                  selector: {matchLabels: {app: reviews, version: v2}}
                  template: {metadata: {labels: {app: reviews, version: v2}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: reviews-3, namespace: shop}
                spec:
                  replicas: 0
                  selector: {matchLabels: {app: reviews, version: v3}}
                  template: {metadata: {labels: {app: reviews, version: v3}}}
                ---
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: db, namespace: shop}
                spec:
                  hosts: [db.example.com]
                  resolution: STATIC
                  ports: [{number: 443, name: tls, protocol: TLS}]
                  endpoints: [{address: 1.2.3.4, labels: {role: main}, locality: r9/z9}]
                """;

        private List<String> lines(String spec) {
            return AnalysedMesh.of(WORKLOADS, rule(spec))
                    .lines(IssueCode.SUBSET_SELECTS_NOTHING, IssueCode.DESTINATION_RULE_HOST_UNKNOWN);
        }

        private List<String> subset(String host, String labels) {
            return lines("host: " + host + ", subsets: [{name: s, labels: {" + labels + "}}]");
        }

        @Test
        void mustExist() {
            assertThat(lines("host: reviwes"))
                    .containsExactly("WARNING DestinationRule/shop/rule spec.host: host \"reviwes\" is no Service or"
                            + " ServiceEntry that namespace \"shop\" of cluster \"east\" sees; correct the host or add the"
                            + " service [east.yaml:43:14] DESTINATION_RULE_HOST_UNKNOWN");
        }

        @Test
        void areSelectedByLabelsOfPodsAndByLabelsThatIstioAdds() {
            assertThat(subset("reviews", "version: v1")).isEmpty();
            assertThat(subset("reviews", "version: v2, topology.kubernetes.io/zone: z1"))
                    .isEmpty();
            assertThat(subset("reviews", "topology.kubernetes.io/region: r1, version: v1"))
                    .isEmpty();
            assertThat(subset("reviews", "topology.istio.io/cluster: east")).isEmpty();
            assertThat(subset("reviews", "kubernetes.io/hostname: n1")).isEmpty();
            assertThat(subset("db.example.com", "role: main, topology.kubernetes.io/zone: z9"))
                    .isEmpty();
        }

        @Test
        void thatNoWorkloadIsAreErrors() {
            assertThat(lines("host: reviews, subsets: [{name: ok, labels: {version: v1}},"
                            + " {name: no, labels: {version: v9, app: reviews}}]"))
                    .containsExactly("ERROR DestinationRule/shop/rule spec.subsets[1]: no workload has the labels"
                            + " \"app=reviews,version=v9\" of subset \"no\", so calls to it fail with 503; correct the"
                            + " labels or remove the subset [east.yaml:43:68] SUBSET_SELECTS_NOTHING");
            assertThat(subset("reviews", "topology.istio.io/cluster: typo")).hasSize(1);
            assertThat(subset("reviews", "topology.kubernetes.io/zone: z2")).hasSize(1);
            assertThat(subset("reviews", "version: v3")).hasSize(1);
            assertThat(subset("reviews", "topology.istio.io/subzone: \"\"")).hasSize(1);
            assertThat(subset("db.example.com", "topology.istio.io/subzone: \"\""))
                    .hasSize(1);
            assertThat(subset("db.example.com", "role: other")).hasSize(1);
        }

        @Test
        void mayRunInAnotherClusterThatIsDiscovered() {
            String rule = rule("host: reviews, subsets: [{name: s, labels: {topology.istio.io/cluster: west}}]");

            assertThat(AnalysedMesh.empty()
                            .cluster(ClusterTopology.of("east"), rule)
                            .cluster(ClusterTopology.of("west"), WORKLOADS)
                            .lines(IssueCode.SUBSET_SELECTS_NOTHING))
                    .isEmpty();
        }
    }

    @Nested
    class Servers {
        private List<String> lines(String policy, String more) {
            return AnalysedMesh.of(rule("host: db" + more + ", trafficPolicy: {" + policy + "}"))
                    .lines(IssueCode.SERVER_NOT_VERIFIED, IssueCode.SERVER_NOT_VERIFIED_ON_PORT);
        }

        @Test
        void areVerifiedByCertificatesOrASecretOfSelectedWorkloads() {
            assertThat(lines("tls: {mode: SIMPLE, caCertificates: /etc/ca.pem}", ""))
                    .isEmpty();
            assertThat(lines("tls: {mode: ISTIO_MUTUAL}", "")).isEmpty();
            assertThat(lines("tls: {mode: MUTUAL, credentialName: c}", ", workloadSelector: {matchLabels: {app: a}}"))
                    .isEmpty();
        }

        @Test
        void areOpenWithoutThem() {
            assertThat(lines("tls: {mode: MUTUAL, credentialName: c}", ""))
                    .containsExactly("WARNING DestinationRule/shop/rule spec.trafficPolicy.tls: mode MUTUAL without"
                            + " caCertificates leaves open who may be host \"db\"; add caCertificates, or credentialName"
                            + " together with a workloadSelector [east.yaml:4:39] SERVER_NOT_VERIFIED");
            assertThat(lines("portLevelSettings: [{port: {number: 443}, tls: {mode: SIMPLE}}]", ""))
                    .containsExactly(
                            "WARNING DestinationRule/shop/rule spec.trafficPolicy.portLevelSettings[0].tls: mode"
                                    + " SIMPLE without caCertificates leaves open who may be port 443 of host \"db\"; add"
                                    + " caCertificates, or credentialName together with a workloadSelector [east.yaml:4:81]"
                                    + " SERVER_NOT_VERIFIED_ON_PORT");
        }
    }
}
