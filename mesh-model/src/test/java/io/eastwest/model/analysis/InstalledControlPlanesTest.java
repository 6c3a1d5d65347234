package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterInstallBuilder;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.InstallTool;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Service of istiod is made by what installs it, so no manifest holds it. */
class InstalledControlPlanesTest {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {ports: [{port: 80, name: http}]}
            """;

    private static String route(String host) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: istiod-vs, namespace: istio-system}
                spec:
                  hosts: ["*"]
                  gateways: [istiod-gateway]
                  tls:
                  - match: [{port: 15012, sniHosts: ["*"]}]
                    route: [{destination: {host: HOST, port: {number: 15012}}}]
                """.replace("HOST", host);
    }

    private static String istio(String name, String spec) {
        return "{apiVersion: sailoperator.io/v1, kind: Istio, metadata: {name: " + name + "}, spec: {" + spec + "}}";
    }

    private static List<String> lines(String host, String... more) {
        return AnalysedMesh.of(SERVICE, route(host), String.join("\n---\n", more))
                .lines(IssueCode.HOST_NOT_FOUND);
    }

    private static List<String> stated(String host, ClusterInstallBuilder install) {
        ClusterTopology cluster =
                ClusterTopology.builder().name("east").install(install.build()).build();
        return AnalysedMesh.empty().cluster(cluster, SERVICE, route(host)).lines(IssueCode.HOST_NOT_FOUND);
    }

    @Test
    void areKnownByTheirRevisions() {
        assertThat(lines("istiod.istio-system.svc.cluster.local", istio("default", "")))
                .isEmpty();
        assertThat(lines("istiod-canary.mesh.svc.cluster.local", istio("canary", "namespace: mesh")))
                .isEmpty();
        assertThat(lines(
                        "istiod-default-v1-30-3.istio-system.svc.cluster.local",
                        istio("default", "updateStrategy: {type: RevisionBased}")))
                .isEmpty();
    }

    @Test
    void areNotKnownByOtherNames() {
        assertThat(lines("istiod.istio-system.svc.cluster.local", istio("canary", "")))
                .hasSize(1);
        assertThat(lines("istiod.istio-system.svc.cluster.local")).hasSize(1);
    }

    @Test
    void areKnownFromTheTopologyWhenAnotherToolMakesThem() {
        ClusterInstallBuilder helm = ClusterInstall.builder().tool(InstallTool.helm);
        ClusterInstallBuilder hosted =
                ClusterInstall.builder().tool(InstallTool.istioctl).role(InstallRole.config);

        assertThat(stated("istiod.istio-system.svc.cluster.local", helm)).isEmpty();
        assertThat(stated("istiod-canary.istio-system.svc.cluster.local", helm.revision("canary")))
                .isEmpty();
        assertThat(stated("istiod-external-istiod.external-istiod.svc.cluster.local", hosted))
                .isEmpty();
        assertThat(stated(
                        "istiod.istio-system.svc.cluster.local",
                        ClusterInstall.builder().tool(InstallTool.sail)))
                .hasSize(1);
    }
}
