package io.eastwest.routing.inbound;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.List;

/** Addresses that a proxy binds. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_address.go}. */
final class ProxyAddresses {
    private static final List<String> NOT_GLOBAL = List.of("127.", "169.254.", "0.0.0.0", "::1", "fe80:");

    private static final ProxyQuestion<Boolean> V6_ONLY = proxy ->
            !proxy.addresses().isEmpty() && proxy.addresses().stream().allMatch(address -> address.indexOf(':') >= 0);

    private ProxyAddresses() {}

    static String wildcard(MeshProxy proxy) {
        return proxy.ask(V6_ONLY) ? "::" : "0.0.0.0";
    }

    /** {@return the first global unicast address; the wildcard when there is none} */
    static String own(MeshProxy proxy) {
        return proxy.addresses().stream()
                .filter(address -> NOT_GLOBAL.stream().noneMatch(address::startsWith))
                .findFirst()
                .orElseGet(() -> wildcard(proxy));
    }
}
