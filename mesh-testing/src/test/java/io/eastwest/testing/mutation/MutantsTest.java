package io.eastwest.testing.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutantsTest {
    private static List<Mutant> mutants(String resource) {
        ManifestReader reader = ManifestReader.strict();
        MeshResource topology =
                reader.read("topology.yaml", """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata: {name: tea}
                spec:
                  clusters:
                  - {name: east, network: one}
                """).orThrow().get(0).resource();
        return Mutants.of(MeshRouter.of(MeshSnapshot.builder((MeshTopology) topology)
                .addManifests("east", reader.read("rules.yaml", resource).orThrow())
                .build()));
    }

    private static List<String> of(String kind, String spec) {
        return mutants("apiVersion: " + kind.substring(0, kind.lastIndexOf('/'))
                        + "\nkind: " + kind.substring(kind.lastIndexOf('/') + 1)
                        + "\nmetadata: {name: tea, namespace: shop}\nspec: " + spec + "\n")
                .stream()
                .map(mutant -> mutant.operator() + " " + mutant.path())
                .toList();
    }

    @Test
    void changeEveryPartOfAVirtualService() {
        assertThat(of("networking.istio.io/v1/VirtualService", """
                {hosts: [tea], exportTo: ['.'], http: [
                  {match: [{uri: {exact: /a}, queryParams: {q: {exact: '1'}}, port: 80}], timeout: 1s, retries: {attempts: 1},
                   fault: {abort: {httpStatus: 500, percentage: {value: 1}}}, mirrors: [{destination: {host: tea}}],
                   rewrite: {uri: /b}, route: [{destination: {host: tea, port: {number: 80}}}]},
                  {route: [{destination: {host: tea, subset: v1}, weight: 0}, {destination: {host: tea}, weight: 100}]}],
                  tcp: [{route: [{destination: {host: tea}, weight: 50}, {destination: {host: milk}, weight: 50}]}]}"""))
                .containsExactly(
                        "DELETE_RESOURCE ",
                        "DELETE_RULE spec.http[0]",
                        "SWAP_RULES spec.http[0]",
                        "DROP_CONDITION spec.http[0].match[0].uri",
                        "DROP_CONDITION spec.http[0].match[0].port",
                        "DROP_CONDITION spec.http[0].match[0].queryParams[\"q\"]",
                        "EXACT_TO_PREFIX spec.http[0].match[0].uri",
                        "CHANGE_PORT spec.http[0].match[0].port",
                        "CHANGE_PORT spec.http[0].route[0].destination.port",
                        "DROP_SETTING spec.http[0].timeout",
                        "DROP_SETTING spec.http[0].retries",
                        "DROP_SETTING spec.http[0].fault",
                        "DROP_SETTING spec.http[0].rewrite",
                        "DROP_SETTING spec.http[0].mirrors",
                        "DELETE_RULE spec.http[1]",
                        "DELETE_DESTINATION spec.http[1].route[0]",
                        "SHIFT_WEIGHT spec.http[1].route[0]",
                        "DROP_SUBSET_REFERENCE spec.http[1].route[0].destination.subset",
                        "DELETE_DESTINATION spec.http[1].route[1]",
                        "DELETE_RULE spec.tcp[0]",
                        "DELETE_DESTINATION spec.tcp[0].route[0]",
                        "SHIFT_WEIGHT spec.tcp[0].route[0]",
                        "DELETE_DESTINATION spec.tcp[0].route[1]",
                        "DROP_EXPORT spec.exportTo");
    }

    @Test
    void changeEveryPartOfADestinationRule() {
        assertThat(of("networking.istio.io/v1/DestinationRule", """
                {host: tea, trafficPolicy: {outlierDetection: {consecutive5xxErrors: 1}, tls: {mode: DISABLE},
                  loadBalancer: {localityLbSetting: {failover: [{from: a, to: b}, {from: b, to: a}]}},
                  portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}, outlierDetection: {consecutive5xxErrors: 1}}]},
                 subsets: [{name: v1, labels: {v: '1'}, trafficPolicy: {outlierDetection: {consecutive5xxErrors: 2}}}]}"""))
                .containsExactly(
                        "DELETE_RESOURCE ",
                        "DROP_OUTLIER_DETECTION spec.trafficPolicy.outlierDetection",
                        "DROP_TLS spec.trafficPolicy.tls",
                        "DELETE_LOCALITY_SETTING spec.trafficPolicy.loadBalancer.localityLbSetting",
                        "DELETE_LOCALITY_SETTING spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0]",
                        "DELETE_LOCALITY_SETTING spec.trafficPolicy.loadBalancer.localityLbSetting.failover[1]",
                        "DELETE_RULE spec.trafficPolicy.portLevelSettings[0]",
                        "DROP_OUTLIER_DETECTION spec.trafficPolicy.portLevelSettings[0].outlierDetection",
                        "DROP_TLS spec.trafficPolicy.portLevelSettings[0].tls",
                        "DELETE_SUBSET spec.subsets[0]",
                        "DROP_OUTLIER_DETECTION spec.subsets[0].trafficPolicy.outlierDetection");
    }

    @Test
    void changeEveryPartOfRoutesOfTheGatewayApi() {
        assertThat(of("gateway.networking.k8s.io/v1/HTTPRoute", """
                {parentRefs: [{group: '', kind: Service, name: tea}], rules: [
                  {matches: [{path: {type: Exact, value: /a}, headers: [{name: x, value: y}], method: GET}],
                   timeouts: {request: 1s}, backendRefs: [{name: tea, port: 80, weight: 3}, {name: milk, port: 80}]}]}"""))
                .containsExactly(
                        "DELETE_RESOURCE ",
                        "DELETE_RULE spec.rules[0]",
                        "DROP_CONDITION spec.rules[0].matches[0].headers[0]",
                        "DROP_CONDITION spec.rules[0].matches[0].method",
                        "DROP_CONDITION spec.rules[0].matches[0].path",
                        "EXACT_TO_PREFIX spec.rules[0].matches[0].path",
                        "DELETE_DESTINATION spec.rules[0].backendRefs[0]",
                        "SHIFT_WEIGHT spec.rules[0].backendRefs[0]",
                        "CHANGE_PORT spec.rules[0].backendRefs[0].port",
                        "DELETE_DESTINATION spec.rules[0].backendRefs[1]",
                        "CHANGE_PORT spec.rules[0].backendRefs[1].port",
                        "DROP_SETTING spec.rules[0].timeouts");
        assertThat(of("gateway.networking.k8s.io/v1/GRPCRoute", """
                {parentRefs: [{group: '', kind: Service, name: tea}], rules: [
                  {matches: [{method: {service: a}}, {headers: [{name: x, value: y}]}], backendRefs: [{name: tea, port: 80}]},
                  {backendRefs: [{name: tea, port: 80}]}]}"""))
                .containsExactly(
                        "DELETE_RESOURCE ",
                        "DELETE_RULE spec.rules[0]",
                        "SWAP_RULES spec.rules[0]",
                        "DELETE_MATCH spec.rules[0].matches[0]",
                        "DROP_CONDITION spec.rules[0].matches[0].method",
                        "DELETE_MATCH spec.rules[0].matches[1]",
                        "DROP_CONDITION spec.rules[0].matches[1].headers[0]",
                        "DELETE_RULE spec.rules[1]");
    }

    @Test
    void changeEveryPartOfPolicies() {
        assertThat(of("security.istio.io/v1/AuthorizationPolicy", """
                {action: DENY, rules: [{from: [{source: {namespaces: [a]}}, {source: {namespaces: [b]}}],
                  when: [{key: 'request.headers[x]', values: [y]}]}, {to: [{operation: {methods: [GET]}}]}]}"""))
                .containsExactly(
                        "DELETE_RESOURCE ",
                        "DELETE_RULE spec.rules[0]",
                        "DROP_CONDITION spec.rules[0].from",
                        "DROP_CONDITION spec.rules[0].when[0]",
                        "DELETE_MATCH spec.rules[0].from[0]",
                        "DELETE_MATCH spec.rules[0].from[1]",
                        "DELETE_RULE spec.rules[1]",
                        "DROP_CONDITION spec.rules[1].to",
                        "FLIP_ACTION spec.action");
        assertThat(
                        of(
                                "security.istio.io/v1/PeerAuthentication",
                                "{selector: {matchLabels: {app: tea}}, mtls: {mode: STRICT}, portLevelMtls: {80: {mode: DISABLE}}}"))
                .containsExactly(
                        "DELETE_RESOURCE ", "FLIP_MUTUAL_TLS spec.mtls", "FLIP_MUTUAL_TLS spec.portLevelMtls[\"80\"]");
        assertThat(of("security.istio.io/v1/RequestAuthentication", "{jwtRules: [{issuer: a}, {issuer: b}]}"))
                .containsExactly("DELETE_RESOURCE ", "DELETE_RULE spec.jwtRules[0]", "DELETE_RULE spec.jwtRules[1]");
    }

    @Test
    void differFromTheMeshInOneResource() {
        MeshSnapshot bakery =
                MeshSnapshot.read(Path.of("src/test/resources/meshes/bakery")).orThrow();

        assertThat(Mutants.of(MeshRouter.of(bakery))).hasSizeGreaterThan(50).allSatisfy(mutant -> {
            MeshSnapshot changed = mutant.in(bakery);
            assertThat(changed).isNotEqualTo(bakery);
            assertThat(resources(changed, mutant)).isEqualTo(resources(bakery, mutant));
            assertThat(changed.manifests("west")).isEqualTo(bakery.manifests("west"));
            assertThat(mutant.location()).isPresent();
        });
    }

    /** {@return all resources but the one that is changed} */
    private static List<MeshResource> resources(MeshSnapshot mesh, Mutant mutant) {
        return mesh.manifests(mutant.cluster()).stream()
                .map(Manifest::resource)
                .filter(resource -> !resource.key().equals(mutant.resource()))
                .toList();
    }

    @Test
    void tellWhereTheyAreWritten() {
        Mutant weight = mutants("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: tea, namespace: shop}
                spec:
                  hosts: [tea]
                  http:
                  - route:
                    - {destination: {host: tea}, weight: 5}
                    - {destination: {host: milk}, weight: 95}
                """).stream()
                .filter(mutant -> mutant.operator() == MutationOperator.SHIFT_WEIGHT)
                .findFirst()
                .orElseThrow();

        assertThat(weight)
                .hasToString("rules.yaml:8:7 VirtualService/shop/tea spec.http[0].route[0]:"
                        + " weight 5 is with the next destination (SHIFT_WEIGHT)");
    }
}
