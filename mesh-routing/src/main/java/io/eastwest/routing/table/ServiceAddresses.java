package io.eastwest.routing.table;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.util.List;

/**
 * Addresses by which a proxy knows a service. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/service.go:GetAddressForProxy, getAllAddressesForProxy} without DNS capture.
 */
final class ServiceAddresses {
    static final String UNSPECIFIED = "0.0.0.0";
    private static final String UNSPECIFIED_IPV6 = "::";

    private ServiceAddresses() {}

    /** {@return the address of the service's listeners; {@code 0.0.0.0} when it has none} */
    static String primary(MeshService service, MeshProxy proxy) {
        return all(service, proxy).stream().findFirst().orElse(UNSPECIFIED);
    }

    /** {@return all addresses of the families that the proxy has} */
    static List<String> all(MeshService service, MeshProxy proxy) {
        List<String> own = ofFamilies(service.clusterAddresses().getOrDefault(proxy.cluster(), List.of()), proxy);
        if (!own.isEmpty()) {
            return own;
        }
        return service.clusterAddresses().isEmpty()
                ? service.defaultAddresses()
                : ofFamilies(service.defaultAddresses(), proxy);
    }

    /** {@return what a listener for all addresses binds} */
    static String wildcard(MeshProxy proxy) {
        return hasFamily(proxy, false) || proxy.addresses().isEmpty() ? UNSPECIFIED : UNSPECIFIED_IPV6;
    }

    static boolean isUnspecified(String address) {
        return address.equals(UNSPECIFIED) || address.equals(UNSPECIFIED_IPV6);
    }

    private static List<String> ofFamilies(List<String> addresses, MeshProxy proxy) {
        if (proxy.addresses().isEmpty()) {
            return addresses;
        }
        return addresses.stream()
                .filter(address -> hasFamily(proxy, isIpv6(address)))
                .toList();
    }

    private static boolean hasFamily(MeshProxy proxy, boolean ipv6) {
        return proxy.addresses().stream().anyMatch(address -> isIpv6(address) == ipv6);
    }

    private static boolean isIpv6(String address) {
        return address.indexOf(':') >= 0;
    }
}
