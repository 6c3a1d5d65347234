package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.AuthorizationPolicySpecBuilder;
import io.eastwest.model.istio.security.PolicyTargetReference;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.view.MeshService;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyAttachmentTest {
    private static final String ROOT = "istio-system";
    private static final PolicyAttachment POD = new PolicyAttachment("foo", Map.of("app", "a"), false, ROOT);
    private static final Map<String, String> GW1 = Map.of("gateway.networking.k8s.io/gateway-name", "gw1", "app", "gw");
    private static final PolicyAttachment GATEWAY = new PolicyAttachment("foo", GW1, false, ROOT);
    private static final PolicyAttachment WAYPOINT = new PolicyAttachment("foo", GW1, true, ROOT);

    private static AuthorizationPolicySpecBuilder spec() {
        return AuthorizationPolicySpec.builder();
    }

    private static AuthorizationPolicySpec selecting(String app) {
        return spec().selector(PolicyWorkloadSelector.builder()
                        .putMatchLabel("app", app)
                        .build())
                .build();
    }

    private static AuthorizationPolicySpec targeting(String group, String kind, String name) {
        return spec().addTargetRef(PolicyTargetReference.builder()
                        .group(group)
                        .kind(kind)
                        .name(name)
                        .build())
                .build();
    }

    @Test
    void podsGetWhatSelectsThem() {
        assertThat(POD.attaches("foo", spec().build())).isTrue();
        assertThat(POD.attaches("foo", selecting("a"))).isTrue();
        assertThat(POD.attaches("foo", selecting("b"))).isFalse();
        assertThat(POD.attaches(ROOT, selecting("a"))).isTrue();
    }

    @Test
    void podsGetNothingThatHasTargets() {
        assertThat(POD.attaches("foo", targeting("gateway.networking.k8s.io", "Gateway", "gw1")))
                .isFalse();
    }

    @Test
    void gatewaysGetWhatNamesOrSelectsThem() {
        assertThat(GATEWAY.attaches("foo", targeting("gateway.networking.k8s.io", "Gateway", "gw1")))
                .isTrue();
        assertThat(GATEWAY.attaches("foo", targeting("gateway.networking.k8s.io", "Gateway", "gw2")))
                .isFalse();
        assertThat(GATEWAY.attaches("bar", targeting("gateway.networking.k8s.io", "Gateway", "gw1")))
                .isFalse();
        assertThat(GATEWAY.attaches("foo", targeting("", "Gateway", "gw1"))).isFalse();
        assertThat(GATEWAY.attaches("foo", targeting("", "Service", "gw1"))).isFalse();
        assertThat(GATEWAY.attaches("foo", selecting("gw"))).isTrue();
    }

    @Test
    void waypointsIgnoreSelectorsAndTakeTheirClassFromTheRootNamespace() {
        AuthorizationPolicySpec ofClass = targeting("gateway.networking.k8s.io", "GatewayClass", "istio-waypoint");

        assertThat(WAYPOINT.attaches("foo", spec().build())).isFalse();
        assertThat(WAYPOINT.attaches("foo", selecting("gw"))).isFalse();
        assertThat(WAYPOINT.attaches(ROOT, ofClass)).isTrue();
        assertThat(WAYPOINT.attaches("foo", ofClass)).isFalse();
        assertThat(GATEWAY.attaches(ROOT, ofClass)).isFalse();
    }

    /** Upstream names the group without a name so. */
    @Test
    void aServiceIsNamedWithOrWithoutTheCoreGroup() {
        MeshRouter mesh = AmbientMesh.with().router();
        MeshService app = mesh.view("c1").services().stream()
                .filter(each -> each.name().equals("app"))
                .findFirst()
                .orElseThrow();
        PolicyAttachment ofService = WAYPOINT.with(Optional.of(app));

        assertThat(ofService.attaches("foo", targeting("", "Service", "app"))).isTrue();
        assertThat(ofService.attaches("foo", targeting("core", "Service", "app")))
                .isTrue();
        assertThat(ofService.attaches("foo", targeting("apps", "Service", "app")))
                .isFalse();
        assertThat(ofService.attaches("bar", targeting("", "Service", "app"))).isFalse();
        assertThat(WAYPOINT.attaches("foo", targeting("", "Service", "app"))).isFalse();
    }
}
