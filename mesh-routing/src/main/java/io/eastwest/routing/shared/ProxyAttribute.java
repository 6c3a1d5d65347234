package io.eastwest.routing.shared;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.function.Function;

/** An attribute of a proxy as a whole. */
enum ProxyAttribute implements ProxyQuestion<Object> {
    ID(MeshProxy::id),
    KIND(MeshProxy::kind),
    CLUSTER(MeshProxy::cluster),
    NAMESPACE(MeshProxy::namespace),
    NAME(MeshProxy::name),
    LABELS(MeshProxy::labels),
    HAS_LABELS(proxy -> !proxy.labels().isEmpty()),
    ANNOTATIONS(MeshProxy::annotations),
    ADDRESSES(MeshProxy::addresses),
    LOCALITY(MeshProxy::locality),
    NETWORK(MeshProxy::network),
    NODE(MeshProxy::nodeName),
    SERVICE_ACCOUNT(MeshProxy::serviceAccount),
    NETWORK_VIEW(MeshProxy::requestedNetworkView),
    UNPRIVILEGED(MeshProxy::unprivileged),
    CONTAINER_PORTS(MeshProxy::containerPorts),
    DNS_DOMAIN(MeshProxy::dnsDomain);

    @SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
    private final Function<MeshProxy, Object> attribute;

    ProxyAttribute(Function<MeshProxy, Object> attribute) {
        this.attribute = attribute;
    }

    @Override
    public Object of(MeshProxy proxy) {
        return attribute.apply(proxy);
    }
}
