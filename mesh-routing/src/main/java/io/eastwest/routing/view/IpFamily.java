package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.ServiceSpec;
import java.util.ArrayList;
import java.util.List;

/** Family of addresses of a Service. */
enum IpFamily {
    V4,
    V6;

    boolean has(String address) {
        return isV6(address) == (this == V6);
    }

    private static boolean isV6(String address) {
        return address.indexOf(':') >= 0;
    }

    /** {@return families of a Service: those it names, else those of its cluster IPs, else IPv4; both if headless} */
    static List<IpFamily> of(ServiceSpec spec) {
        List<IpFamily> families = new ArrayList<>();
        for (String name : spec.ipFamilies()) {
            families.add(name.equals("IPv6") ? V6 : V4);
        }
        if (!families.isEmpty()) {
            return families;
        }
        if (spec.isHeadless()) {
            return List.of(V4, V6);
        }
        List<String> addresses =
                spec.clusterIPs().isEmpty() ? spec.clusterIP().stream().toList() : spec.clusterIPs();
        for (String address : addresses) {
            families.add(isV6(address) ? V6 : V4);
        }
        return families.isEmpty() ? List.of(V4) : families;
    }
}
