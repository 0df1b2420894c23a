package dev.kontor.logistics.dispatch;

