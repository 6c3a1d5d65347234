package io.eastwest.routing.scope;

import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.scope.ScopeParts.resource;
import static io.eastwest.routing.scope.ScopeParts.rules;
import static io.eastwest.routing.scope.ScopeParts.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.MeshVirtualServiceBuilder;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Why a proxy of namespace shop does not use what its control plane knows. */
class AbsentPartsTest {
    private static ProxyScope scope(HandMadeView view, MeshVirtualServiceBuilder... rules) {
        List<MeshVirtualService> built =
                Stream.of(rules).map(MeshVirtualServiceBuilder::build).toList();
        return ProxyScopes.of(view, built).scope(proxy().build());
    }

    @Nested
    class AnAbsentService {
        private final MeshService hidden =
                service("bank", "a.example").addExportTo(".").build();

        @Test
        void isHiddenOrOfAnotherNamespaceOrNotImported() {
            MeshService first = service("bank", "b.example").build();
            MeshService second = service("web", "b.example").build();
            ProxyScope scope = scope(new HandMadeView()
                    .with(hidden)
                    .with(first)
                    .with(second)
                    .with(resource("Sidecar", "shop/a", "{egress: [{hosts: ['*/b.example', ./*]}]}")));

            assertThat(scope.absence(hidden)).isEqualTo(new Mismatch("exportTo", "* or shop", "[.]"));
            assertThat(scope.absence(second))
                    .isEqualTo(new Mismatch("namespace", "bank which has this hostname too", "web"));
            assertThat(scope.absence(service("web", "c.example").build()))
                    .isEqualTo(
                            new Mismatch("egress of Sidecar/shop/a", "a host for web/c.example", "[*/b.example, ./*]"));
        }

        @Test
        void isNotExportedByDefault() {
            HandMadeView view = new HandMadeView()
                    .with(MeshConfig.builder().addDefaultServiceExportTo(".").build());

            assertThat(scope(view).absence(service("bank", "a.example").build()))
                    .isEqualTo(new Mismatch("exportTo", "* or shop", "[.]"));
        }
    }

    @Nested
    class AbsentRules {
        private List<String> told(HandMadeView view, MeshVirtualServiceBuilder... rules) {
            List<String> told = new ArrayList<>();
            ProxyScope scope = scope(view, rules);
            scope.traceAbsentRules(
                    "mesh",
                    scope.virtualServices("mesh"),
                    each -> !each.name().equals("unwanted"),
                    (each, why) -> told.add(each.name() + ": " + why));
            return told;
        }

        @Test
        void sayWhy() {
            HandMadeView view = new HandMadeView()
                    .with(MeshConfig.builder()
                            .addDefaultVirtualServiceExportTo("shop")
                            .build())
                    .with(resource("Sidecar", "shop/a", "{egress: [{hosts: ['*/b.example']}]}"));

            assertThat(told(
                            view,
                            rules("bank", "edge", "b.example").gateways(List.of("bank/gw")),
                            rules("bank", "hidden", "b.example").addExportTo("web"),
                            rules("bank", "present", "b.example"),
                            rules("bank", "unwanted", "c.example"),
                            rules("bank", "apart", "c.example")))
                    .containsExactly(
                            "apart: egress of Sidecar/shop/a: expected a host of it but was [*/b.example]",
                            "edge: gateways: expected one with mesh but was [bank/gw]",
                            "hidden: exportTo: expected * or shop but was [web]");
        }

        @Test
        void nameTheDefaultOfTheMesh() {
            HandMadeView view = new HandMadeView()
                    .with(MeshConfig.builder()
                            .addDefaultVirtualServiceExportTo(".")
                            .build());

            assertThat(told(view, rules("bank", "hidden", "b.example")))
                    .containsExactly("hidden: exportTo: expected * or shop but was [.]");
        }
    }
}
