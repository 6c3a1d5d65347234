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
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshProxyBuilder;
import io.eastwest.routing.view.NetworkGatewayAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SplitHorizonTest {
    @Nested
    class FourNetworks {
        private final HandMadeView view = new HandMadeView()
                .with(
                        new NetworkGatewayAddress("n1", "c1a", "1.1.1.1", 80, 0),
                        new NetworkGatewayAddress("n2", "c2a", "2.2.2.2", 80, 0),
                        new NetworkGatewayAddress("n2", "c2b", "2.2.2.20", 80, 0),
                        new NetworkGatewayAddress("n2", "c2b", "2.2.2.21", 80, 0),
                        new NetworkGatewayAddress("n3", "c3", "3.3.3.3", 443, 0))
                .with(
                        service().build(),
                        endpoint("10.0.0.1", "n1", "c1a").build(),
                        endpoint("10.0.0.2", "n1", "c1b").build(),
                        endpoint("10.0.0.3", "n1", "c1a").build(),
                        endpoint("20.0.0.1", "n2", "c2a").build(),
                        endpoint("20.0.0.2", "n2", "c2b").build(),
                        endpoint("20.0.0.3", "n2", "c2b").build(),
                        endpoint("40.0.0.1", "n4", "c4").build());

        @Test
        void ownNetworkIsDirectAndOthersShareTheirGateways() {
            assertThat(lines(view, proxy().network("n1")))
                    .containsExactly(
                            "10.0.0.1:8080 6",
                            "10.0.0.2:8080 6",
                            "10.0.0.3:8080 6",
                            "40.0.0.1:8080 6",
                            "2.2.2.2:80 6",
                            "2.2.2.20:80 6",
                            "2.2.2.21:80 6",
                            "= 42");
        }

        @Test
        void threeRemoteEndpointsWeighThreeTimesAsMuch() {
            assertThat(lines(view, proxy().network("n2")))
                    .containsExactly(
                            "20.0.0.1:8080 6",
                            "20.0.0.2:8080 6",
                            "20.0.0.3:8080 6",
                            "40.0.0.1:8080 6",
                            "1.1.1.1:80 18",
                            "= 42");
        }

        @Test
        void aNetworkWithoutEndpointsUsesGatewaysAlone() {
            assertThat(lines(view, proxy().network("n3")))
                    .containsExactly(
                            "40.0.0.1:8080 6",
                            "1.1.1.1:80 18",
                            "2.2.2.2:80 6",
                            "2.2.2.20:80 6",
                            "2.2.2.21:80 6",
                            "= 42");
        }

        @Test
        void withoutMutualTlsRemoteEndpointsAreLost() {
            assertThat(lines(view, proxy().network("n1"), Optional.of(ClientTlsMode.DISABLE)))
                    .containsExactly(
                            "10.0.0.1:8080 6", "10.0.0.2:8080 6", "10.0.0.3:8080 6", "40.0.0.1:8080 6", "= 24");
            assertThat(lines(view, proxy().network("n3"), Optional.of(ClientTlsMode.DISABLE)))
                    .containsExactly("40.0.0.1:8080 6", "= 6");
        }

        @Test
        void aRequestedViewHidesOtherNetworks() {
            assertThat(lines(
                            view,
                            proxy().kind(MeshProxy.Kind.ROUTER).network("n2").addRequestedNetworkView("n2")))
                    .containsExactly("20.0.0.1:8080 6", "20.0.0.2:8080 6", "20.0.0.3:8080 6", "= 18");
        }
    }

    @Test
    void aProxyWithoutNetworkGoesThroughGatewaysWhereThereAreAny() {
        HandMadeView view = new HandMadeView()
                .with(gateway("n1", "c1", "1.1.1.1"), gateway("n2", "c2", "2.2.2.2"))
                .with(
                        service().build(),
                        endpoint("3.3.3.3", "", "c1").build(),
                        endpoint("10.10.10.10", "n1", "c1").build(),
                        endpoint("", "n2", "c2").build(),
                        endpoint("", "", "c1").build());

        assertThat(lines(view, proxy().network("")))
                .containsExactly("3.3.3.3:8080 1", "1.1.1.1:15443 1", "2.2.2.2:15443 1", "= 3");
    }

    @Test
    void endpointsWithoutAddressNeedTheirGateway() {
        HandMadeView view = new HandMadeView()
                .with(gateway("n2", "c2", "2.2.2.2"))
                .with(service().build(), endpoint("", "n2", "c2").build());

        assertThat(lines(view, proxy())).containsExactly("2.2.2.2:15443 1", "= 1");
    }

    @Test
    void socketsOfTheMachineAreLostOnceThereAreGateways() {
        HandMadeView view = new HandMadeView()
                .with(
                        service().build(),
                        endpoint("unix:///run/api", "", "c1").port(0).build(),
                        endpoint("10.0.0.1").build());

        assertThat(lines(view, proxy())).containsExactly("/run/api 1", "10.0.0.1:8080 1", "= 2");
        assertThat(lines(view.with(gateway("n2", "c2", "2.2.2.2")), proxy())).containsExactly("10.0.0.1:8080 1", "= 1");
    }

    @Test
    void weightsStopAtTheLargestNumberWhenTheyAreScaledAndGoRoundWhenTheyAreSummed() {
        HandMadeView view = new HandMadeView()
                .with(gateway("n2", "c2", "2.2.2.2"), gateway("n2", "c2", "2.2.2.3"))
                .with(
                        service().build(),
                        endpoint("10.0.0.1").weight(4_294_967_295L).build(),
                        endpoint("10.0.0.2").weight(3).build());

        assertThat(lines(view, proxy())).containsExactly("10.0.0.1:8080 4294967295", "10.0.0.2:8080 6", "= 5");
    }

    @Nested
    class TwoFamilies {
        private final HandMadeView view = new HandMadeView()
                .with(gateway("n2", "c2", "2.2.2.2"), gateway("n2", "c2", "2001:db8:2::1"))
                .with(service().build(), endpoint("10.9.0.1", "n2", "c2").build());

        @Test
        void aProxyOfOneFamilyUsesItsGatewaysWithTheWholeWeight() {
            assertThat(lines(view, proxy())).containsExactly("2.2.2.2:15443 2", "= 2");
            assertThat(lines(view, proxy().addresses(List.of("2001:db8::9"))))
                    .containsExactly("[2001:db8:2::1]:15443 2", "= 2");
        }

        @Test
        void aProxyOfBothFamiliesSpreadsTheWeight() {
            assertThat(lines(view, proxy().addresses(List.of("10.0.0.9", "2001:db8::9"))))
                    .containsExactly("2.2.2.2:15443 1", "[2001:db8:2::1]:15443 1", "= 2");
        }

        @Test
        void anUnreachableGatewayLeavesAnEmptyGroup() {
            HandMadeView only = new HandMadeView()
                    .with(gateway("n2", "c2", "2001:db8:2::1"))
                    .with(service().build(), endpoint("10.9.0.1", "n2", "c2").build());

            assertThat(lines(only, proxy())).containsExactly("= none");
        }
    }

    @Test
    void weightsOfRemoteEndpointsAreSplitBeforeTheyAreSummed() {
        HandMadeView view = new HandMadeView()
                .with(gateway("n2", "c2", "2.2.2.2"), gateway("n2", "c2", "2.2.2.3"))
                .with(
                        service().build(),
                        endpoint("10.0.0.1").build(),
                        endpoint("10.0.0.2").build(),
                        endpoint("20.0.0.1", "n2", "c2").weight(1).build(),
                        endpoint("20.0.0.2", "n2", "c2").weight(3).build());

        assertThat(lines(view, proxy()))
                .containsExactly("10.0.0.1:8080 2", "10.0.0.2:8080 2", "2.2.2.2:15443 4", "2.2.2.3:15443 4", "= 12");
    }

    @Test
    void aGatewayWithoutAPortForMutualTlsIsNoneForASidecar() {
        HandMadeView view = new HandMadeView()
                .with(new NetworkGatewayAddress("n2", "c2", "2.2.2.2", 0, 15008))
                .with(service().build(), endpoint("20.0.0.1", "n2", "c2").build());

        assertThat(lines(view, proxy())).containsExactly("20.0.0.1:8080 1", "= 1");
    }

    @Test
    void localitiesStayApartAndAreSortedByTheirText() {
        HandMadeView view = new HandMadeView()
                .with(gateway("n2", "c2", "2.2.2.2"))
                .with(
                        service().build(),
                        endpoint("10.0.0.1").locality("r1/z1/").build(),
                        endpoint("10.0.0.2").locality("r1/z1").build(),
                        endpoint("20.0.0.1", "n2", "c2").locality("a/z9").build());

        assertThat(groups(view, proxy().build(), Optional.empty()))
                .extracting(EndpointGroup::locality)
                .containsExactly(
                        new Locality("a", "z9", ""), new Locality("r1", "z1", ""), new Locality("r1", "z1", ""));
        assertThat(lines(view, proxy()))
                .containsExactly("2.2.2.2:15443 1", "= 1", "10.0.0.2:8080 1", "= 1", "10.0.0.1:8080 1", "= 1");
    }

    private static List<String> lines(HandMadeView view, MeshProxyBuilder proxy) {
        return lines(view, proxy, Optional.empty());
    }

    private static List<String> lines(HandMadeView view, MeshProxyBuilder proxy, Optional<ClientTlsMode> tls) {
        List<String> lines = new ArrayList<>();
        for (EndpointGroup group : groups(view, proxy.build(), tls)) {
            group.members()
                    .forEach(member -> lines.add(member.endpoint().address() + " "
                            + member.endpoint().weight()));
            lines.add("= " + (group.weight().isPresent() ? group.weight().getAsLong() : "none"));
        }
        return lines;
    }

    private static List<EndpointGroup> groups(HandMadeView view, MeshProxy proxy, Optional<ClientTlsMode> tls) {
        return EndpointGroups.of(view, PeerAuthenticationModes.of(view))
                .find(EndpointQuery.builder()
                        .proxy(proxy)
                        .service(view.services().get(0))
                        .port(PORT)
                        .tlsMode(tls)
                        .resolvedByProxy(false)
                        .mutualTlsOnly(false)
                        .build());
    }
}
