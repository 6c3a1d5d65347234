package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What Kubernetes would put into EndpointSlices. */
class MadeEndpointsTest {
    private static final String HOST = "web.shop.svc.cluster.local";

    private static List<String> endpoints(String service, String... pods) {
        return TestMesh.endpoints(
                TestMesh.single(TestMesh.service("web", service))
                        .with("c1", pods)
                        .view("c1"),
                HOST);
    }

    @Nested
    class Ports {
        @Test
        void numberIsUsedAsItIs() {
            assertThat(endpoints(
                            "selector: {app: web}, ports: [{port: 80, targetPort: 9000}]",
                            TestMesh.pod("a", "app: web", "10.0.0.1")))
                    .containsExactly("10.0.0.1:9000 HEALTHY");
        }

        @Test
        void nameIsLookedUpInEachPod() {
            assertThat(endpoints(
                            "selector: {app: web}, ports: [{port: 80, targetPort: web}]",
                            TestMesh.pod("a", "app: web", "10.0.0.1")))
                    .containsExactly("10.0.0.1:8080 HEALTHY");
        }

        @Test
        void podWithoutThatNameIsNoEndpointOfThePort() {
            assertThat(endpoints(
                            "selector: {app: web}, ports: [{name: a, port: 80, targetPort: other}, {name: b, port: 81}]",
                            TestMesh.pod("a", "app: web", "10.0.0.1")))
                    .containsExactly("10.0.0.1:81 HEALTHY");
        }
    }

    @Nested
    class Selection {
        @Test
        void allLabelsMustBeThere() {
            assertThat(endpoints(
                            "selector: {app: web, tier: front}, ports: [{port: 80}]",
                            TestMesh.pod("a", "app: web, tier: front, x: y", "10.0.0.1"),
                            TestMesh.pod("b", "app: web", "10.0.0.2")))
                    .containsExactly("10.0.0.1:80 HEALTHY");
        }

        @Test
        void serviceWithoutSelectorSelectsNothing() {
            assertThat(endpoints("ports: [{port: 80}]", TestMesh.pod("a", "app: web", "10.0.0.1")))
                    .isEmpty();
        }
    }

    @Nested
    class Health {
        private static String pod(String meta, String status) {
            return "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: web}" + meta
                    + "}, status: {podIP: 10.0.0.1" + status + "}}";
        }

        private static final String NOT_READY = ", conditions: [{type: Ready, status: 'False'}]";
        private static final String LEAVING = ", deletionTimestamp: '2026-01-02T00:00:00Z'";
        private static final String SERVICE = "selector: {app: web}, ports: [{port: 80}]";

        @Test
        void unreadyPodIsUnhealthy() {
            assertThat(endpoints(SERVICE, pod("", NOT_READY))).containsExactly("10.0.0.1:80 UNHEALTHY");
        }

        @Test
        void unreadyPodIsReadyWhenTheServicePublishesAll() {
            assertThat(endpoints(SERVICE + ", publishNotReadyAddresses: true", pod("", NOT_READY)))
                    .containsExactly("10.0.0.1:80 HEALTHY");
        }

        @Test
        void podThatLeavesIsTerminating() {
            assertThat(endpoints(SERVICE, pod(LEAVING, ""))).containsExactly("10.0.0.1:80 TERMINATING");
        }

        @Test
        void podThatLeavesDrainsWhereSessionsPersist() {
            String service =
                    "{apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop, labels: {istio.io/persistent-session: c}}, spec: {"
                            + SERVICE + "}}";

            assertThat(TestMesh.endpoints(
                            TestMesh.single(service, pod(LEAVING, "")).view("c1"), HOST))
                    .containsExactly("10.0.0.1:80 DRAINING");
        }

        @Test
        void finishedPodIsGone() {
            assertThat(endpoints(SERVICE, pod("", ", phase: Succeeded"))).isEmpty();
        }
    }

    @Nested
    class Families {
        private static final String DUAL =
                "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {app: web}}, "
                        + "status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 'fd00::1'}]}}";

        @Test
        void onlyThoseOfTheServiceAreListed() {
            assertThat(endpoints("selector: {app: web}, ipFamilies: [IPv6], ports: [{port: 80}]", DUAL))
                    .containsExactly("fd00::1:80 HEALTHY");
            assertThat(endpoints("selector: {app: web}, ipFamilies: [IPv4, IPv6], ports: [{port: 80}]", DUAL))
                    .containsExactly("10.0.0.1:80 HEALTHY", "fd00::1:80 HEALTHY");
            assertThat(endpoints("selector: {app: web}, ports: [{port: 80}]", DUAL))
                    .containsExactly("10.0.0.1:80 HEALTHY");
        }
    }

    @Nested
    class GivenSlices {
        private static final String SLICE = """
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: web-1, namespace: shop, labels: {kubernetes.io/service-name: web}}
                addressType: IPv4
                ports: [{name: http, port: 9000}]
                endpoints:
                - {addresses: [10.9.9.9]}
                - {addresses: [10.9.9.8], conditions: {ready: false, terminating: false}}
                - {addresses: [10.9.9.7], targetRef: {kind: Pod, name: missing, namespace: shop}}
                """;

        @Test
        void replaceThoseThatKubernetesWouldMake() {
            assertThat(endpoints(
                            "selector: {app: web}, ports: [{name: http, port: 80}]",
                            SLICE,
                            TestMesh.pod("a", "app: web", "10.0.0.1")))
                    .containsExactly("10.9.9.9:9000 HEALTHY", "10.9.9.8:9000 UNHEALTHY");
        }
    }
}
