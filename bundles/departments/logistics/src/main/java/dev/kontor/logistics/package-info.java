package dev.kontor.logistics;

