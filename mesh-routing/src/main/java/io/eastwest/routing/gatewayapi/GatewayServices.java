package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayAddress;
import io.eastwest.model.gatewayapi.GatewaySpec;
import java.util.List;

/**
 * The Services whose pods serve a Gateway. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:extractGatewayServices}.
 *
 * @param hostnames their hostnames; empty: the Gateway is not served
 * @param skipped addresses that are of no supported type
 */
record GatewayServices(List<String> hostnames, List<String> skipped) {
    private static final String IP_ADDRESS = "IPAddress";
    private static final String HOSTNAME = "Hostname";
    private static final String NAME_OVERRIDE = "gateway.istio.io/name-override";

    static GatewayServices of(Gateway gateway, String domainSuffix) {
        GatewaySpec spec = gateway.spec();
        String suffix = "." + gateway.metadata().namespaceOrDefault() + ".svc." + domainSuffix;
        if (isManaged(spec)) {
            String given = gateway.metadata().annotations().getOrDefault(NAME_OVERRIDE, "");
            String name = given.isEmpty() ? gateway.metadata().name() + "-" + spec.gatewayClassName() : given;
            return new GatewayServices(List.of(name + suffix), List.of());
        }
        return new GatewayServices(
                spec.addresses().stream()
                        .filter(GatewayServices::isHostname)
                        .map(GatewayServices::value)
                        .map(host -> host.indexOf('.') >= 0 ? host : host + suffix)
                        .toList(),
                spec.addresses().stream()
                        .filter(address -> !isHostname(address))
                        .map(GatewayServices::value)
                        .toList());
    }

    /** Whether istiod deploys the Gateway: no address is asked for, or one IP address. */
    static boolean isManaged(GatewaySpec spec) {
        return spec.addresses().isEmpty()
                || spec.addresses().size() == 1
                        && spec.addresses().get(0).type().orElse(IP_ADDRESS).equals(IP_ADDRESS);
    }

    private static boolean isHostname(GatewayAddress address) {
        return address.type().orElse(HOSTNAME).equals(HOSTNAME);
    }

    private static String value(GatewayAddress address) {
        return address.value().orElse("");
    }
}
