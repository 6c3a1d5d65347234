package io.eastwest.routing.parity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is not modelled, with the test that holds that it is told. */
enum RefusedFeature {
    ENVOY_FILTER(
            "`EnvoyFilter` whose patches may touch the call", "OfPatches", "patchesAreToldWhereTheyMayTouchTheCall"),
    EXTENSIONS("`WasmPlugin`, `TrafficExtension` (Wasm)", "OfExtensions", "pluginsAreToldWhereTheyRun"),
    LUA("`TrafficExtension` (Lua)", "OfExtensions", "luaIsHttp"),
    ALPHA_ROUTES(
            "`TCPRoute`, listeners of protocol TCP", "OfTheGatewayApi", "listenersAndRoutesOfTcpAreToldAtTheirPort"),
    BACKEND_POLICIES("`XBackendTrafficPolicy`", "OfTheGatewayApi", "trafficPoliciesOfABackendAreTold"),
    POD_ANNOTATIONS(
            "Annotations of pods that lead traffic past the proxy or give it a configuration of its own",
            "OfPods",
            "annotationsThatLeadPastTheProxyAreTold"),
    INGRESS("Kubernetes `Ingress` at Istio's ingress gateway", "OfOtherKinds", "ingressesAreToldAtTheIngressGateway"),
    NETWORK_POLICY("`NetworkPolicy`", "OfOtherKinds", "networkPoliciesAreToldInTheirDirection"),
    TUNNEL("`tunnel` of a DestinationRule", "OfOtherKinds", "tunnelsAreToldForBytes"),
    SWITCHES(
            "Feature switches of istiod that are not as by default",
            "OfTheControlPlane",
            "switchesThatAreNotAsByDefaultAreTold"),
    COMPATIBILITY("`compatibilityVersion` of a control plane", "OfTheControlPlane", "workingAsAnOtherVersionIsTold"),
    DNS_CAPTURE(
            "ServiceEntries without address whose clients' proxies answer DNS",
            "OfTheControlPlane",
            "serviceEntriesWithoutAddressAreToldWhereProxiesAnswerDns");

    private final String title;
    private final String group;
    private final String method;

    RefusedFeature(String title, String group, String method) {
        this.title = title;
        this.group = group;
        this.method = method;
    }

    /** {@return name of the class of the test} */
    String testClass() {
        return "io.eastwest.routing.unmodelled.UnmodelledPartsTest$" + group;
    }

    /** {@return name of the test's method} */
    String testMethod() {
        return method;
    }

    /** {@return the section of the page} */
    static String section() {
        return Stream.of(values()).map(feature -> "- " + feature.title + "\n").collect(Collectors.joining("", """
                        ## Refused

                        Nothing is approximated in silence. Where one of these may change the answer of a call, the answer carries a
                        `NOT_MODELLED` finding with the resource, and `MeshRouter.strict()` refuses the call:

                        """, ""));
    }
}
