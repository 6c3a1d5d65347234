package io.eastwest.routing.shared;

import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ProxyQuestion;
import java.util.Optional;

/**
 * What one label of a proxy says.
 *
 * @param name name of the label
 */
record LabelQuestion(String name) implements ProxyQuestion<Optional<String>> {
    @Override
    public Optional<String> of(MeshProxy proxy) {
        return Optional.ofNullable(proxy.labels().get(name));
    }
}
