package io.eastwest.routing.unmodelled;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.view.MeshProxy;
import java.util.List;

/**
 * A call at one proxy, answered.
 *
 * @param proxy the proxy
 * @param leg which side of it is asked
 * @param connection the connection
 * @param answer the answer without what is not modelled
 */
record UnmodelledCall(MeshProxy proxy, ProxyLeg leg, Connection connection, ProxyAnswer answer) {
    int port() {
        return connection.destinationPort();
    }

    boolean isHttp() {
        return answer.routeConfiguration().isPresent();
    }

    /** {@return the services to which the call is sent} */
    List<SubsetKey> targets() {
        return answer.clusters().stream()
                .map(cluster -> SubsetKey.parse(cluster.name()))
                .toList();
    }

    boolean isSentTo(String hostname) {
        return targets().stream().anyMatch(target -> target.host().equals(hostname));
    }
}
