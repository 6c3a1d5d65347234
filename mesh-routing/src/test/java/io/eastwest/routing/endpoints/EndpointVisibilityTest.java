package io.eastwest.routing.endpoints;

import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.ServiceEndpointBuilder;
import io.eastwest.routing.view.TrafficDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EndpointVisibilityTest {
    private static final MeshProxy PROXY = proxy().nodeName("node-1").build();
    private static final MeshService PLAIN = service().build();
    private static final MeshService STICKY =
            service().putLabel("istio.io/persistent-session", "cookie").build();

    @Nested
    class ByHealth {
        @Test
        void unreadyEndpointsAreForServicesThatPreferNearOnes() {
            ServiceEndpoint unready = state(EndpointState.UNHEALTHY);

            assertThat(sees(PLAIN, unready)).isFalse();
            assertThat(sees(
                            service()
                                    .trafficDistribution(TrafficDistribution.PREFER_SAME_ZONE)
                                    .build(),
                            unready))
                    .isTrue();
        }

        @Test
        void terminatingEndpointsAreForNobody() {
            assertThat(sees(STICKY, state(EndpointState.TERMINATING))).isFalse();
        }

        @Test
        void drainingEndpointsAreForPersistentSessions() {
            assertThat(sees(PLAIN, state(EndpointState.DRAINING))).isFalse();
            assertThat(sees(STICKY, state(EndpointState.DRAINING))).isTrue();
        }

        @Test
        void theLabelDrainsAReadyPod() {
            ServiceEndpoint labelled = endpoint("10.0.0.1").draining(true).build();

            assertThat(sees(PLAIN, labelled)).isFalse();
            assertThat(sees(STICKY, labelled)).isTrue();
        }

        @Test
        void theLabelDrainsAnUnreadyPodToo() {
            MeshService near = service()
                    .trafficDistribution(TrafficDistribution.PREFER_SAME_ZONE)
                    .build();
            ServiceEndpoint labelled = endpoint("10.0.0.1")
                    .state(EndpointState.UNHEALTHY)
                    .draining(true)
                    .build();

            assertThat(sees(near, labelled)).isFalse();
        }
    }

    @Nested
    class ByPlace {
        @Test
        void aNodeLocalServiceStaysOnItsNode() {
            MeshService nodeLocal = service().nodeLocal(true).build();

            assertThat(sees(nodeLocal, endpoint("10.0.0.1").nodeName("node-1").build()))
                    .isTrue();
            assertThat(sees(nodeLocal, endpoint("10.0.0.1").nodeName("node-2").build()))
                    .isFalse();
            assertThat(sees(
                            nodeLocal,
                            endpoint("10.0.0.1", "n1", "c2").nodeName("node-1").build()))
                    .isFalse();
        }

        @Test
        void aClusterLocalServiceStaysInItsCluster() {
            EndpointVisibility visibility = new EndpointVisibility(PROXY, PLAIN, true, false);

            assertThat(sees(visibility, endpoint("10.0.0.1", "n1", "c1").build()))
                    .isTrue();
            assertThat(sees(visibility, endpoint("10.0.0.1", "n1", "c2").build()))
                    .isFalse();
        }

        @Test
        void aRequestedViewHidesOtherNetworksButNotTheUnnamed() {
            MeshProxy gateway = proxy().addRequestedNetworkView("n2").build();
            EndpointVisibility visibility = new EndpointVisibility(gateway, PLAIN, false, true);

            assertThat(sees(visibility, endpoint("10.0.0.1", "n2", "c2").build()))
                    .isTrue();
            assertThat(sees(visibility, endpoint("10.0.0.1", "", "c2").build())).isTrue();
            assertThat(sees(visibility, endpoint("10.0.0.1", "n1", "c1").build()))
                    .isFalse();
        }

        @Test
        void whatIsNotDiscoverableStaysInItsCluster() {
            assertThat(sees(PLAIN, endpoint("10.0.0.1").discoverable(false).build()))
                    .isTrue();
            assertThat(sees(
                            PLAIN,
                            endpoint("10.0.0.1", "n1", "c2").discoverable(false).build()))
                    .isFalse();
        }

        @Test
        void anUnknownAddressNeedsAGateway() {
            ServiceEndpointBuilder remote = endpoint("", "n2", "c2");

            assertThat(sees(new EndpointVisibility(PROXY, PLAIN, false, true), remote.build()))
                    .isTrue();
            assertThat(sees(new EndpointVisibility(PROXY, PLAIN, false, false), remote.build()))
                    .isFalse();
        }
    }

    private static ServiceEndpoint state(EndpointState state) {
        return endpoint("10.0.0.1").state(state).build();
    }

    private static boolean sees(MeshService service, ServiceEndpoint endpoint) {
        return sees(new EndpointVisibility(PROXY, service, false, false), endpoint);
    }

    private static boolean sees(EndpointVisibility visibility, ServiceEndpoint endpoint) {
        return visibility.obstacle(endpoint).isEmpty();
    }
}
