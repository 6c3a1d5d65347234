package io.eastwest.routing.parity;

import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;

/** The mesh of one case, ready to be asked. */
interface CompiledMesh {
    /** {@return what the proxy of a call does with it} */
    ProxyAnswer answer(ParityCall call, TraceSink trace);

    /** {@return what the engine finds wrong with the manifests, each beginning with severity and {@code Kind/namespace/name}} */
    List<String> findings();
}
