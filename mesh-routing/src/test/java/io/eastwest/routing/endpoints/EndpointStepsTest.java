package io.eastwest.routing.endpoints;

import static io.eastwest.routing.fixture.Meshes.PORT;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.gateway;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshProxyBuilder;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is told of the endpoints of a service: which a proxy gets and how, and why not the others. */
class EndpointStepsTest {
    private final HandMadeView view = new HandMadeView();
    private final List<TraceStep> steps = new ArrayList<>();

    private EndpointQueryBuilder query(MeshProxy proxy) {
        return EndpointQuery.builder()
                .proxy(proxy)
                .service(view.services().get(0))
                .port(PORT)
                .resolvedByProxy(false)
                .mutualTlsOnly(false);
    }

    private List<String> told(EndpointQueryBuilder query) {
        EndpointGroups.of(view, PeerAuthenticationModes.of(view)).find(query.build(), new TraceSink() {
            @Override
            public boolean isRecording() {
                return true;
            }

            @Override
            public void step(TraceStep step) {
                steps.add(step);
            }
        });
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.stage()).isEqualTo(TraceStep.Stage.DISCOVERY);
            assertThat(step.resource()).contains(view.services().get(0).resource());
        });
        return steps.stream()
                .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                .toList();
    }

    private List<String> told(MeshProxyBuilder proxy, MeshService service, ServiceEndpoint... endpoints) {
        view.with(service, endpoints);
        return told(query(proxy.build()));
    }

    @Nested
    class AnEndpointIsLeft {
        @Test
        void whereItIsOnAnotherNode() {
            assertThat(told(
                            proxy().nodeName("n1"),
                            service().nodeLocal(true).build(),
                            endpoint("10.0.0.1").nodeName("n2").build(),
                            endpoint("10.0.0.2").build()))
                    .containsExactly(
                            "- c1/shop/10.0.0.1 10.0.0.1:8080: node: expected n1 as internalTrafficPolicy is Local"
                                    + " but was n2",
                            "- c1/shop/10.0.0.2 10.0.0.2:8080: node: expected n1 as internalTrafficPolicy is Local"
                                    + " but was none");
        }

        @Test
        void whereItIsOutOfTheViewOfTheGateway() {
            assertThat(told(
                            proxy().addRequestedNetworkView("n2"),
                            service().build(),
                            endpoint("10.0.0.1").build()))
                    .containsExactly("- c1/shop/10.0.0.1 10.0.0.1:8080: network: expected one of [n2] but was n1");
        }

        @Test
        void whereTheServiceStaysInItsCluster() {
            assertThat(told(
                            proxy(),
                            service()
                                    .hostname("s.kube-system.svc.cluster.local")
                                    .build(),
                            endpoint("10.0.0.1", "n1", "c2").build()))
                    .containsExactly("- c2/shop/10.0.0.1 10.0.0.1:8080: cluster: expected c1 as the service is"
                            + " cluster-local but was c2");
        }

        @Test
        void whereItsClusterDoesNotExportIt() {
            assertThat(told(
                            proxy(),
                            service().build(),
                            endpoint("10.0.0.1", "n1", "c2").discoverable(false).build()))
                    .containsExactly("- c2/shop/10.0.0.1 10.0.0.1:8080: cluster: expected c1, or a ServiceExport but"
                            + " was c2");
        }

        @Test
        void whereItHasNoAddress() {
            assertThat(told(
                            proxy(),
                            service().build(),
                            endpoint("").owner(Optional.empty()).build()))
                    .containsExactly("- :8080: address: expected an address, or a gateway of its network but was none");
        }

        @Test
        void whereItIsNotHealthy() {
            assertThat(told(
                            proxy(),
                            service().build(),
                            endpoint("10.0.0.1")
                                    .state(EndpointState.TERMINATING)
                                    .build(),
                            endpoint("10.0.0.2").draining(true).build()))
                    .containsExactly(
                            "- c1/shop/10.0.0.1 10.0.0.1:8080: state: expected HEALTHY but was TERMINATING",
                            "- c1/shop/10.0.0.2 10.0.0.2:8080: state: expected HEALTHY but was DRAINING");
        }

        @Test
        void whereItIsOfAnotherSubset() {
            view.with(
                    service().build(),
                    endpoint("10.0.0.1").putLabel("v", "1").putLabel("x", "y").build(),
                    endpoint("10.0.0.2").putLabel("v", "2").build(),
                    endpoint("10.0.0.3").portName("other").build());

            assertThat(told(query(proxy().build()).putSubsetLabel("v", "2")))
                    .containsExactly(
                            "- c1/shop/10.0.0.1 10.0.0.1:8080: subset labels: expected {v=2} but was {v=1}",
                            "+ c1/shop/10.0.0.2 10.0.0.2:8080: sent: HEALTHY, weight 1, mutual TLS");
        }

        @Test
        void whereOnlyMutualTlsIsWantedAndItHasNone() {
            view.with(
                    service().build(),
                    endpoint("10.0.0.1").mutualTls(false).build(),
                    endpoint("10.0.0.2").build());

            assertThat(told(query(proxy().build()).mutualTlsOnly(true)))
                    .containsExactly(
                            "- c1/shop/10.0.0.1 10.0.0.1:8080: mutual TLS: expected on, as the proxy passes TLS on"
                                    + " but was off",
                            "+ c1/shop/10.0.0.2 10.0.0.2:8080: sent: HEALTHY, weight 1, mutual TLS");
        }
    }

    @Nested
    class OfAServiceThatStaysInItsCluster {
        private List<String> told(Registry registry, boolean resolved) {
            view.with(
                    service().hostname("s.kube-system.svc.cluster.local").build(),
                    endpoint("10.0.0.1", "n1", "c2").registry(registry).build());
            return EndpointStepsTest.this.told(
                    query(proxy().cluster("c2").build()).resolvedByProxy(resolved));
        }

        @Test
        void whatAnEntryListsIsForTheClusterOfTheControlPlane() {
            assertThat(told(Registry.EXTERNAL, false))
                    .containsExactly("- c2/shop/10.0.0.1 10.0.0.1:8080: cluster: expected c2 as the service is"
                            + " cluster-local but was c2");
        }

        @Test
        void whatKubernetesListsIsForItsOwn() {
            assertThat(told(Registry.KUBERNETES, false))
                    .containsExactly("+ c2/shop/10.0.0.1 10.0.0.1:8080: sent: HEALTHY, weight 1, mutual TLS");
        }

        @Test
        void whatTheProxyResolvesIsForAll() {
            assertThat(told(Registry.EXTERNAL, true))
                    .containsExactly("+ c2/shop/10.0.0.1 10.0.0.1:8080: sent: HEALTHY, weight 1, mutual TLS");
        }
    }

    @Nested
    class OfAnotherNetwork {
        @Test
        void gatewaysStandForAnEndpoint() {
            view.with(gateway("n2", "c2", "2.2.2.2"), gateway("n2", "c2", "2.2.2.3"));

            assertThat(told(
                            proxy(),
                            service().build(),
                            endpoint("20.0.0.1", "n2", "c2").build(),
                            endpoint("10.0.0.1").mutualTls(false).build()))
                    .containsExactly(
                            "+ c2/shop/20.0.0.1 20.0.0.1:8080: network n2, behind gateways [2.2.2.2, 2.2.2.3]",
                            "+ c1/shop/10.0.0.1 10.0.0.1:8080: sent: HEALTHY, weight 2, no mutual TLS",
                            "+ 2.2.2.2:15443: sent: HEALTHY, weight 1, mutual TLS, gateway of network n2",
                            "+ 2.2.2.3:15443: sent: HEALTHY, weight 1, mutual TLS, gateway of network n2");
        }

        @Test
        void nothingStandsForOneThatNoGatewayOfTheFamilyLeadsTo() {
            view.with(gateway("n2", "c2", "2001:db8::2"));

            assertThat(told(
                            proxy(),
                            service().build(),
                            endpoint("20.0.0.1", "n2", "c2").build()))
                    .containsExactly(
                            "- c2/shop/20.0.0.1 20.0.0.1:8080: network: expected n1, or one with a gateway but was n2");
        }

        @Test
        void nothingStandsForOneWithoutMutualTls() {
            view.with(gateway("n2", "c2", "2.2.2.2"))
                    .with(service().build(), endpoint("20.0.0.1", "n2", "c2").build());

            assertThat(told(query(proxy().build()).tlsMode(ClientTlsMode.DISABLE)))
                    .containsExactly("- c2/shop/20.0.0.1 20.0.0.1:8080: mutual TLS: expected on, as it is on network n2"
                            + " but was off");
        }

        @Test
        void oneWithoutAddressIsLostWhereItsNetworkHasNoGateway() {
            view.with(gateway("n2", "c2", "2.2.2.2"));

            assertThat(told(
                            proxy(),
                            service().build(),
                            endpoint("", "n3", "c3").owner(Optional.empty()).build()))
                    .containsExactly("- :8080: address: expected an address, or a gateway of its network but was none");
        }
    }

    @Test
    void whoDoesNotListenHearsNothingAndGetsTheSame() {
        view.with(
                service().build(),
                endpoint("10.0.0.1").build(),
                endpoint("10.0.0.2").draining(true).build(),
                endpoint("10.0.0.3").portName("other").build());
        EndpointGroups groups = EndpointGroups.of(view, PeerAuthenticationModes.of(view));
        EndpointQuery query = query(proxy().build()).build();

        told(query(proxy().build()));

        assertThat(steps).hasSize(2);
        assertThat(groups.find(query, TraceSink.NONE)).isEqualTo(groups.find(query));
        assertThat(groups.registered(query)).isEqualTo(2);
    }
}
