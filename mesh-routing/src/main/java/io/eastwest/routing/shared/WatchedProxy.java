package io.eastwest.routing.shared;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A proxy that notes what it is asked, until that is read. For one thread. */
final class WatchedProxy implements MeshProxy {
    private final MeshProxy proxy;
    private final Map<ProxyQuestion<?>, Object> answers = new LinkedHashMap<>();
    private boolean closed;

    WatchedProxy(MeshProxy proxy) {
        this.proxy = proxy;
    }

    /** {@return what was asked, in the order of the first time, with the answers; from now on nothing may be asked} */
    Map<ProxyQuestion<?>, Object> close() {
        closed = true;
        return answers;
    }

    @Override
    @SuppressWarnings("unchecked") // equal questions have answers of one type
    public <T> T ask(ProxyQuestion<T> question) {
        if (closed) {
            throw new IllegalStateException("a value that proxies share asks about one of them: " + question);
        }
        Object known = answers.get(question);
        if (known == null) {
            known = question.of(proxy);
            answers.put(question, known);
        }
        return (T) known;
    }

    Map<String, String> allLabels() {
        ask(ProxyAttribute.LABELS);
        return proxy.labels();
    }

    boolean hasNoLabels() {
        ask(ProxyAttribute.HAS_LABELS);
        return proxy.labels().isEmpty();
    }

    @Override
    public String id() {
        ask(ProxyAttribute.ID);
        return proxy.id();
    }

    @Override
    public Kind kind() {
        ask(ProxyAttribute.KIND);
        return proxy.kind();
    }

    @Override
    public String cluster() {
        ask(ProxyAttribute.CLUSTER);
        return proxy.cluster();
    }

    @Override
    public String namespace() {
        ask(ProxyAttribute.NAMESPACE);
        return proxy.namespace();
    }

    @Override
    public String name() {
        ask(ProxyAttribute.NAME);
        return proxy.name();
    }

    @Override
    public Map<String, String> labels() {
        return new WatchedLabels(this);
    }

    @Override
    public Map<String, String> annotations() {
        ask(ProxyAttribute.ANNOTATIONS);
        return proxy.annotations();
    }

    @Override
    public List<String> addresses() {
        ask(ProxyAttribute.ADDRESSES);
        return proxy.addresses();
    }

    @Override
    public String locality() {
        ask(ProxyAttribute.LOCALITY);
        return proxy.locality();
    }

    @Override
    public String network() {
        ask(ProxyAttribute.NETWORK);
        return proxy.network();
    }

    @Override
    public Optional<String> nodeName() {
        ask(ProxyAttribute.NODE);
        return proxy.nodeName();
    }

    @Override
    public String serviceAccount() {
        ask(ProxyAttribute.SERVICE_ACCOUNT);
        return proxy.serviceAccount();
    }

    @Override
    public List<String> requestedNetworkView() {
        ask(ProxyAttribute.NETWORK_VIEW);
        return proxy.requestedNetworkView();
    }

    @Override
    public boolean unprivileged() {
        ask(ProxyAttribute.UNPRIVILEGED);
        return proxy.unprivileged();
    }

    @Override
    public List<Integer> containerPorts() {
        ask(ProxyAttribute.CONTAINER_PORTS);
        return proxy.containerPorts();
    }

    @Override
    public String dnsDomain() {
        ask(ProxyAttribute.DNS_DOMAIN);
        return proxy.dnsDomain();
    }

    /** Whoever compares proxies looks at which one it is. */
    @Override
    public boolean equals(@Nullable Object other) {
        ask(ProxyAttribute.ID);
        return this == other;
    }

    @Override
    public int hashCode() {
        ask(ProxyAttribute.ID);
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        ask(ProxyAttribute.ID);
        return proxy.toString();
    }
}
