package io.eastwest.routing.parity;

/** What is held against the recordings. */
interface ParityEngine {
    /** {@return the mesh of a case, read and compiled once} */
    CompiledMesh compile(ParityCase parityCase);
}
