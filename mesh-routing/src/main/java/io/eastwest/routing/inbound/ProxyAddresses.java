package io.eastwest.routing.inbound;

import io.eastwest.routing.view.MeshProxy;
import java.util.List;

/** Addresses that a proxy binds. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_address.go}. */
final class ProxyAddresses {
    static final String LOCALHOST = "127.0.0.1";
    private static final String LOCALHOST_V6 = "::1";
    private static final List<String> NOT_GLOBAL = List.of("127.", "169.254.", "0.0.0.0", "::1", "fe80:");

    private ProxyAddresses() {}

    static String wildcard(MeshProxy proxy) {
        return hasV4(proxy) ? "0.0.0.0" : "::";
    }

    static String localhost(MeshProxy proxy) {
        return hasV4(proxy) ? LOCALHOST : LOCALHOST_V6;
    }

    /** {@return the first global unicast address; the wildcard when there is none} */
    static String own(MeshProxy proxy) {
        return proxy.addresses().stream()
                .filter(address -> NOT_GLOBAL.stream().noneMatch(address::startsWith))
                .findFirst()
                .orElseGet(() -> wildcard(proxy));
    }

    /** {@return the first address of a family; the loopback address when there is none} */
    static String ofFamily(MeshProxy proxy, boolean v6) {
        return proxy.addresses().stream()
                .filter(address -> isV6(address) == v6)
                .findFirst()
                .orElse(v6 ? LOCALHOST_V6 : LOCALHOST);
    }

    static boolean isV6(String address) {
        return address.indexOf(':') >= 0;
    }

    private static boolean hasV4(MeshProxy proxy) {
        return proxy.addresses().isEmpty() || proxy.addresses().stream().anyMatch(address -> !isV6(address));
    }
}
