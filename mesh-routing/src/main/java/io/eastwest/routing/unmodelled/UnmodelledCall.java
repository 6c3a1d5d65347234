package io.eastwest.routing.unmodelled;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.security.PolicyAttachment;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    boolean isAtWaypoint() {
        return proxy.kind() == MeshProxy.Kind.WAYPOINT;
    }

    /** {@return what reaches the proxy: as a whole and, a waypoint, for the services to which it sends the call} */
    List<PolicyAttachment> attachments(ControlPlaneView view) {
        PolicyAttachment whole = PolicyAttachment.of(proxy, view.rootNamespace());
        return Stream.concat(Stream.of(whole), served(view).map(service -> whole.with(Optional.of(service))))
                .toList();
    }

    /** {@return whether the proxy reads resources of a namespace} */
    boolean isNear(String namespace, ControlPlaneView view) {
        return namespace.equals(proxy.namespace())
                || namespace.equals(view.rootNamespace())
                || served(view).anyMatch(service -> service.namespace().equals(namespace));
    }

    private Stream<MeshService> served(ControlPlaneView view) {
        return isAtWaypoint()
                ? targets().stream().flatMap(target -> view.servicesByHostname(target.host()).stream())
                : Stream.empty();
    }

    boolean isSentTo(String hostname) {
        return targets().stream().anyMatch(target -> target.host().equals(hostname));
    }
}
