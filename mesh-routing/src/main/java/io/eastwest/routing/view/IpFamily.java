package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.ServiceSpec;
import java.util.ArrayList;
import java.util.List;

/** Family of addresses of a Service. */
enum IpFamily {
    V4,
    V6;

    boolean has(String address) {
        return IpAddress.isV6(address) == (this == V6);
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
            families.add(IpAddress.isV6(address) ? V6 : V4);
        }
        return families.isEmpty() ? List.of(V4) : families;
    }
}
